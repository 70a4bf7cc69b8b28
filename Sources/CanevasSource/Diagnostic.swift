/// A text in the two languages in which the compiler speaks of an author's work.
package struct Bilingual: Hashable, Sendable {
  package let french: String
  package let english: String

  package init(_ french: String, _ english: String) {
    self.french = french
    self.english = english
  }

  package subscript(language: MessageLanguage) -> String {
    switch language {
    case .french: french
    case .english: english
    }
  }
}

/// The language of diagnostics and help.
package enum MessageLanguage: String, CaseIterable, Sendable {
  case french = "fr"
  case english = "en"
}

/// How much a finding matters. The order is the order of gravity.
package enum Severity: String, CaseIterable, Comparable, Sendable {
  case info, warning, error

  package static func < (a: Severity, b: Severity) -> Bool {
    allCases.firstIndex(of: a)! < allCases.firstIndex(of: b)!
  }
}

extension Severity {
  /// What findings of the severity are called.
  package var words: Bilingual {
    switch self {
    case .error: Bilingual("erreur", "error")
    case .warning: Bilingual("avertissement", "warning")
    case .info: Bilingual("info", "info")
    }
  }

  /// Several findings of the severity.
  package var plural: Bilingual { Bilingual(words.french + "s", words.english + "s") }
}

/// A place in a file.
package struct Location: Hashable, Sendable {
  /// The file's path, relative to the catalogue's root.
  package let path: String
  package let range: ByteRange

  package init(path: String, range: ByteRange) {
    self.path = path
    self.range = range
  }
}

/// Something that an author should know about a place in a file.
package struct Diagnostic: Hashable, Sendable {
  /// Another place that explains the finding, with a few words on its part in it.
  package struct Label: Hashable, Sendable {
    package let location: Location
    package let text: Bilingual

    package init(_ location: Location, _ text: Bilingual) {
      self.location = location
      self.text = text
    }
  }

  /// The rule's stable name, in French kebab-case: `section-inconnue`.
  package let code: String
  package let severity: Severity
  /// The headline: the most specific word first, names in « », no final full stop.
  package let message: Bilingual
  package let location: Location
  /// A few words under the marked text.
  package let label: Bilingual?
  package let related: [Label]
  /// The next step: a « vouliez-vous dire », or a line of help.
  package let help: Bilingual?
  package let fixes: [Fix]

  package init(
    code: String, severity: Severity, message: Bilingual, location: Location,
    label: Bilingual? = nil, related: [Label] = [], help: Bilingual? = nil, fixes: [Fix] = []
  ) {
    self.code = code
    self.severity = severity
    self.message = message
    self.location = location
    self.label = label
    self.related = related
    self.help = help
    self.fixes = fixes
  }
}

extension Diagnostic {
  /// The same finding, taken to be as grave as `severity`.
  package func taken(as severity: Severity) -> Diagnostic {
    Diagnostic(
      code: code, severity: severity, message: message, location: location, label: label,
      related: related, help: help, fixes: fixes)
  }
}

extension Diagnostic: Comparable {
  /// By file, place, then code: the order in which findings are listed.
  package static func < (a: Diagnostic, b: Diagnostic) -> Bool {
    (a.location.path, a.location.range, a.code, a.message.french)
      < (b.location.path, b.location.range, b.code, b.message.french)
  }
}

/// A change that mends a finding.
package struct Fix: Hashable, Sendable {
  /// What the change may do to the document.
  package enum Safety: String, CaseIterable, Sendable {
    /// The document's meaning stays, or becomes what its author plainly wrote.
    case safe
    /// The meaning may change: an author should look.
    case review
    /// Text is put in that an author has to replace.
    case placeholder
  }

  /// What the change does, as a verb phrase: « remplacer par … ».
  package let title: Bilingual
  package let safety: Safety
  /// Changes to the file of the finding; they do not overlap.
  package let edits: [TextEdit]

  package init(_ title: Bilingual, _ safety: Safety, _ edits: [TextEdit]) {
    self.title = title
    self.safety = safety
    self.edits = edits
  }
}

/// The replacement of a range of bytes by a text.
package struct TextEdit: Hashable, Sendable {
  package let range: ByteRange
  package let replacement: String

  package init(_ range: ByteRange, _ replacement: String) {
    self.range = range
    self.replacement = replacement
  }
}

extension [TextEdit] {
  /// `bytes` with every edit made. Edits must not overlap; their order does not matter.
  package func applied(to bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var copied = 0
    for edit in sorted(by: { $0.range < $1.range }) {
      result += bytes[copied..<edit.range.lowerBound]
      result += edit.replacement.utf8
      copied = edit.range.upperBound
    }
    return result + bytes[copied...]
  }
}
