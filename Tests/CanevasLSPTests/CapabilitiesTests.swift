import CanevasSource
import CanevasTestSupport
import Testing

@testable import CanevasLSP

@Suite struct CapabilitiesTests {
  @Test func whatTheServerSaysThatItCanDo() {
    var writer = JSONWriter()
    writer.value(Server.capabilities(for: Client([:])))
    expectGolden(String(decoding: writer.bytes, as: UTF8.self) + "\n", at: "lsp/capabilities.json")
  }
}
