import CanevasProject
import CanevasSource

/// One key after the other, each in another document.
struct EditBench {
  private var workspace: Workspace
  private var random: SplitMix64
  private let paths: [String]
  /// From the key to the findings of the document that is edited.
  private var own = Samples()
  /// From the key to the findings of all documents.
  private var all = Samples()
  private var touching = 0

  init(_ workspace: Workspace, seed: UInt64) {
    self.workspace = workspace
    self.workspace.settle()
    random = SplitMix64(state: seed)
    paths = workspace.paths
  }

  mutating func pressKey() {
    let path = paths[Int.random(in: paths.indices, using: &random)]
    guard var bytes = workspace.file(path)?.bytes else { return }
    var place = Int.random(in: 0...bytes.count, using: &random)
    while place < bytes.count, isContinuation(bytes[place]) { place += 1 }
    bytes.insert(UInt8(ascii: "e"), at: place)
    let clock = ContinuousClock()
    let start = clock.now
    workspace.open(path, bytes: bytes)
    _ = workspace.diagnostics(of: path)
    own.add(clock.now - start)
    var parts = 0
    workspace.settle {
      parts += 1
      return true
    }
    all.add(clock.now - start)
    if parts > 1 { touching += 1 }
    workspace.close(path)
    workspace.settle()
  }

  var report: String {
    "\(paths.count) documents, \(own.count) keys, \(touching) of them touch other documents\n"
      + "  the document's findings  \(own.summary)\n"
      + "  all findings             \(all.summary)\n"
  }
}

/// Measured times.
struct Samples {
  private var durations: [Swift.Duration] = []

  var count: Int { durations.count }

  mutating func add(_ duration: Swift.Duration) { durations.append(duration) }

  /// The median, the 95th percentile and the maximum, in milliseconds.
  var summary: String {
    let sorted = durations.sorted()
    func value(_ share: Double) -> String {
      guard !sorted.isEmpty else { return "-" }
      let place = min(sorted.count - 1, Int(share * Double(sorted.count)))
      let hundredths = Int((sorted[place] / .milliseconds(1) * 100).rounded())
      let digits = String(hundredths % 100)
      return "\(hundredths / 100).\(digits.count < 2 ? "0" + digits : digits) ms"
    }
    return "p50 \(value(0.5))  p95 \(value(0.95))  max \(value(1))"
  }
}
