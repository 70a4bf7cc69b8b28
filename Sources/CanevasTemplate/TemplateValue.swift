/// A value that templates are filled with.
package enum TemplateValue: Sendable {
  /// Nothing: renders as nothing, and its sections are left out.
  case absent
  case bool(Bool)
  /// A text, escaped when it is rendered.
  case text(String)
  /// Bytes of HTML, rendered as they are by `{{name}}` already.
  case html([UInt8])
  case list([TemplateValue])
  case record(TemplateRecord)

  /// A record of fields; of two with the same name, the first counts.
  package init(record fields: [(String, TemplateValue)]) {
    self = .record(TemplateRecord(fields: fields))
  }

  /// Whether a section of the value is left out: what is absent, false, or empty.
  package var isFalsy: Bool {
    switch self {
    case .absent: true
    case .bool(let flag): !flag
    case .text(let text): text.isEmpty
    case .html(let bytes): bytes.isEmpty
    case .list(let elements): elements.isEmpty
    case .record: false
    }
  }
}

/// The named values of a page or of one element of a list, in the order in which they were made.
package struct TemplateRecord: Sendable {
  let fields: [(name: String, value: TemplateValue)]

  package init(fields: [(String, TemplateValue)]) {
    self.fields = fields
  }

  /// The value of a name. A search along the fields: records are short, and so are names.
  subscript(name: String) -> TemplateValue? {
    for field in fields where field.name == name { return field.value }
    return nil
  }
}

extension TemplateValue: ExpressibleByDictionaryLiteral {
  package init(dictionaryLiteral elements: (String, TemplateValue)...) {
    self.init(record: elements)
  }
}
