import CanevasReport
import CanevasSource
import Foundation
import CanevasTestSupport
import Testing

@Suite struct JSONReportTests {
  private func report(_ input: ReportInput) -> [UInt8] {
    var output: [UInt8] = []
    JSONReport().write(input, to: &output)
    return output
  }

  @Test(arguments: [Sample.typical, Sample.controls, Sample.places, Sample.nothing])
  func golden(sample: Sample) throws {
    expectGolden(text(report(sample.input())), at: "report/" + sample.name + ".json")
  }

  @Test(arguments: Sample.all, MessageLanguage.allCases)
  func isJSON(sample: Sample, language: MessageLanguage) throws {
    let input = sample.input(language)
    let object = try JSONSerialization.jsonObject(with: Data(report(input)))
    let members = try #require(object as? [String: Any])
    #expect(members["version"] as? Int == 1)
    #expect(members["language"] as? String == language.rawValue)
    let diagnostics = try #require(members["diagnostics"] as? [[String: Any]])
    #expect(
      diagnostics.map { $0["message"] as? String } == input.diagnostics.map { $0.message[language] }
    )
    #expect(diagnostics.map { $0["file"] as? String } == input.diagnostics.map(\.location.path))
  }

  @Test func infosAreLeftOutUnlessAskedFor() throws {
    let bytes = report(Sample.typical.input(showsInfos: false))
    #expect(!String(decoding: bytes, as: UTF8.self).contains("theme-sans-fiche"))
  }
}

private func text(_ bytes: [UInt8]) -> String {
  String(decoding: bytes, as: UTF8.self)
}
