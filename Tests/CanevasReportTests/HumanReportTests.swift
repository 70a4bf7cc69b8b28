import CanevasReport
import CanevasSource
import CanevasTestSupport
import Testing

@Suite struct HumanReportTests {
  private func report(
    _ input: ReportInput, isColoured: Bool = false, width: Int = 60
  ) -> [UInt8] {
    var output: [UInt8] = []
    HumanReport(isColoured: isColoured, width: width).write(input, to: &output)
    return output
  }

  @Test(arguments: Sample.all)
  func golden(sample: Sample) throws {
    expectGolden(text(report(sample.input())), at: "report/" + sample.name + ".txt")
  }

  @Test func english() throws {
    expectGolden(text(report(Sample.typical.input(.english))), at: "report/typical-english.txt")
  }

  @Test func infosAreLeftOutUnlessAskedFor() throws {
    expectGolden(
      text(report(Sample.typical.input(showsInfos: false))), at: "report/typical-without-infos.txt")
  }

  /// The golden file has `␛` for the escape character, so that it can be read.
  @Test func colours() throws {
    let bytes = report(Sample.typical.input(), isColoured: true)
    let readable = bytes.flatMap { $0 == 0x1B ? Array("␛".utf8) : [$0] }
    expectGolden(String(decoding: readable, as: UTF8.self), at: "report/typical-coloured.txt")
  }

  @Test(arguments: Sample.all)
  func onlyColoursAreEscapes(sample: Sample) {
    let plain = report(sample.input())
    #expect(plain.allSatisfy { $0 >= 0x20 && $0 != 0x7F || $0 == 0x0A })
    let coloured = String(decoding: report(sample.input(), isColoured: true), as: UTF8.self)
    #expect(coloured.replacing(/\u{1B}\[(0|1|34|1;3[134])m/, with: "").utf8.elementsEqual(plain))
  }

  @Test(arguments: Sample.all, [40, 41, 47, 60, 80, 200])
  func quotedLinesKeepWithinTheWidth(sample: Sample, width: Int) {
    let text = String(decoding: report(sample.input(), width: width), as: UTF8.self)
    for line in text.split(separator: "\n") where line.first?.isNumber == true && line.contains("│")
    {
      #expect(columns(of: String(line)) <= width, "\(line)")
    }
  }

  private func report(on file: SourceFile, _ range: ByteRange) -> [Substring] {
    let diagnostic = Diagnostic(
      code: "essai", severity: .warning, message: Bilingual("essai", "trial"),
      location: Location(path: file.path, range: range))
    let sample = Sample("place", [file], [diagnostic])
    return String(decoding: report(sample.input()), as: UTF8.self).split(separator: "\n")
  }

  /// The scalar, accents aside, that stands above the first `^`.
  private func marked(_ quoted: Substring, _ underline: Substring) -> Unicode.Scalar? {
    let indent = underline.prefix { $0 != "^" }
    var column = 0
    return quoted.unicodeScalars.first { scalar in
      defer { column += columns(of: scalar) }
      return columns(of: scalar) > 0 && column == columns(of: String(indent))
    }
  }

  @Test(arguments: [1, 40, 4000])
  func everyPlaceIsMarkedWhereItIs(repetitions: Int) {
    let file = SourceFile(
      path: "a.md", text: String(repeating: "a日e\u{301}\tb", count: repetitions))
    let scalars = file.text(file.wholeRange).unicodeScalars
    var offset = 0
    for (number, scalar) in scalars.enumerated() {
      defer { offset += UTF8.width(scalar) }
      // Of very long lines some places are enough; they are of every kind.
      guard repetitions < 1000 || number % 1997 == 0 else { continue }
      for length in [0, UTF8.width(scalar), 30] {
        let end = min(offset + length, file.bytes.count)
        let lines = report(on: file, ByteRange(offset, end))
        #expect(columns(of: String(lines[3])) <= 60)
        #expect(columns(of: String(lines[4])) <= 60)
        switch scalar {
        case "\u{301}": #expect(lines[4].contains("^"))
        case "\t": #expect(marked(lines[3], lines[4]) == " ")
        default: #expect(marked(lines[3], lines[4]) == scalar)
        }
      }
    }
  }

  /// Neither bytes without any sense nor ranges that cut characters are too much to ask.
  @Test func anyBytesCanBeQuoted() {
    var state: UInt32 = 1
    func random(_ bound: Int) -> Int {
      state = state &* 1_664_525 &+ 1_013_904_223
      return Int(state >> 8) % bound
    }
    for _ in 0..<300 {
      let file = SourceFile(path: "a.md", bytes: (0..<random(200)).map { _ in UInt8(random(256)) })
      let start = random(file.bytes.count + 1)
      let end = start + random(file.bytes.count + 20 - start)
      let lines = report(on: file, ByteRange(start, end))
      #expect(file.bytes.isEmpty || lines.contains { $0.contains("^") })
    }
  }
}

private func text(_ bytes: [UInt8]) -> String {
  String(decoding: bytes, as: UTF8.self)
}
