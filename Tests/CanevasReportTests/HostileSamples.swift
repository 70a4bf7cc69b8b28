import CanevasReport
import CanevasSource
import CanevasTestSupport

extension Sample {
  /// Names and texts that would act, each in some format, if they were written as they are.
  static let hostile: Sample = {
    let content = MarkedText(
      """
      ⟦::error::`````` </details> ]]> <script>alert(1)</script>⟧\r
      ````markdown ##[set-env name=a]b @octocat #12 ⟦%0A⟧ {0} [lien](1) \u{1B}[31m \u{0} ~~~\r

      """)
    let path = "canvases/fiches/é`'\"<b>,:%]]>\n::error::\u{7}|_@moi_ #1.md"
    let file = SourceFile(path: path, text: content.text)
    let text =
      "« ]]> `x` **gras** @octocat #12 {0} [a](1) ##[error]z\r\n::error::%0A, </details>\u{1B} »"
    let other = Location(path: path, range: content.ranges[1])
    return Sample(
      "hostile", [file],
      [
        Diagnostic(
          code: "essai", severity: .error, message: Bilingual(text, text),
          location: Location(path: path, range: content.ranges[0]),
          label: Bilingual(text, text), related: [.init(other, Bilingual(text, text))],
          help: Bilingual(text, text),
          fixes: [
            Fix(
              Bilingual("écrire \(text)", "write \(text)"), .placeholder,
              [TextEdit(content.ranges[1], "```\n</details>\n```````\n")])
          ]),
        Diagnostic(
          code: "essai", severity: .warning, message: Bilingual(text, text), location: other),
      ])
  }()

  /// As many findings of each severity in one document.
  static func many(_ count: Int) -> Sample {
    let file = SourceFile(
      path: "canvases/fiches/essai.md", text: String(repeating: "une ligne\n", count: count * 3))
    return Sample(
      "many", [file],
      (0..<count * 3).map { number in
        Diagnostic(
          code: "essai", severity: Severity.allCases[number % 3],
          message: Bilingual("essai", "trial"),
          location: Location(path: file.path, range: ByteRange(number * 10, number * 10 + 3)))
      })
  }
}
