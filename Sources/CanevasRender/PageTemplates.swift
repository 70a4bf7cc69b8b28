package import CanevasSource
package import CanevasTemplate

/// The templates of a build, compiled: those of the program, each replaced by the builder's own
/// where there is one.
package struct PageTemplates: Sendable {
  package let set: TemplateSet
  package let styleSheet: [UInt8]
  package let strings: InterfaceStrings
  /// What is wrong with the builder's own templates.
  package let mistakes: [TemplateFault]

  /// Compiles template files, given by their names in `templates/`.
  package init(_ files: [String: SourceFile]) {
    var sources: [String: SourceFile] = [:]
    for (name, file) in files where name.hasSuffix(".mustache") {
      sources[String(name.dropLast(".mustache".utf8.count))] = file
    }
    (set, mistakes) = TemplateSet.compile(sources)
    styleSheet = files["style.css"]?.bytes ?? []
    strings = InterfaceStrings(files["interface.fr.txt"]?.bytes ?? [])
  }
}

/// The words of the site's interface in one language: lines of `key: text`.
package struct InterfaceStrings: Sendable {
  private let table: [String: String]

  init(_ bytes: [UInt8]) {
    var table: [String: String] = [:]
    for line in bytes.split(separator: UInt8(ascii: "\n")) {
      guard line.first != UInt8(ascii: "#"), let colon = line.firstIndex(of: UInt8(ascii: ":"))
      else { continue }
      let key = String(decoding: line[..<colon], as: UTF8.self)
      let text = line[line.index(after: colon)...].drop { $0 == UInt8(ascii: " ") }
      table[key] = String(decoding: text, as: UTF8.self)
    }
    self.table = table
  }

  /// The text of a key; the key itself where the language lacks it.
  subscript(key: String) -> String { table[key] ?? key }

  /// A text that counts: `key.one` for zero and one, `key.many` beyond, `#` being the number.
  func count(_ number: Int, _ key: String) -> String {
    let text = self[number < 2 ? key + ".one" : key + ".many"]
    return text.split(separator: "#", omittingEmptySubsequences: false).joined(
      separator: String(number))
  }

  /// All texts, for templates: `{{t.key}}`.
  var values: TemplateValue {
    TemplateValue(
      record: table.sorted { $0.key < $1.key }.map { ($0.key, .html(typeset($0.value))) })
  }
}
