/// What is told of a rule, a heading or a key, in one language and before it is laid out.
package struct Explanation: Sendable {
  /// One part of an explanation, from top to bottom.
  package enum Part: Sendable {
    /// The name of what is explained, with what it is.
    case title(String, remark: String, severity: Severity?)
    case heading(String)
    case paragraph(String)
    /// Names, each with what is said of it.
    case entries([Entry])
    /// Text as an author types it.
    case quotation(Quotation)
    /// What the compiler says of an example.
    case finding(Diagnostic, in: [SourceFile])
  }

  /// A name with what is said of it.
  package struct Entry: Sendable {
    package let name: String
    package let text: String
    package let severity: Severity?

    package init(_ name: String, _ text: String, severity: Severity? = nil) {
      self.name = name
      self.text = text
      self.severity = severity
    }
  }

  /// Lines of a document.
  package struct Quotation: Sendable {
    package let lines: [String]
    /// The number of the first line, from one; `nil` when it does not matter.
    package let firstLine: Int?

    package init(_ text: String) {
      lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      firstLine = nil
    }

    package init(_ lines: [String], from firstLine: Int) {
      self.lines = lines
      self.firstLine = firstLine
    }
  }

  package let language: MessageLanguage
  package let parts: [Part]

  package init(in language: MessageLanguage, _ parts: [Part]) {
    self.language = language
    self.parts = parts
  }
}
