package import CanevasModel
package import CanevasSource
package import CanevasTemplate

/// The templates of a build, compiled: those of the program, each replaced by the builder's own
/// where there is one.
package struct PageTemplates: Sendable {
  package let set: TemplateSet
  package let styleSheet: [UInt8]
  /// The scripts by their files' names: every `*.js` among the templates.
  let scripts: [String: [UInt8]]
  /// The JSON Schema of `catalogue.json`.
  package let schema: [UInt8]
  /// That of what `canevas check --format json` says.
  package let findingsSchema: [UInt8]
  /// That of what `canevas diff --format json` says.
  package let comparisonSchema: [UInt8]
  /// That of what `canevas changes --format json` says.
  let changesSchema: [UInt8]
  package let paperSheet: [UInt8]
  /// The style sheet of a page that compares two states.
  let comparisonSheet: [UInt8]
  private let strings: [SiteLanguage: InterfaceStrings]
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
    scripts = files.filter { $0.key.hasSuffix(".js") }.mapValues(\.bytes)
    schema = files["catalogue.schema.json"]?.bytes ?? []
    findingsSchema = files["constats.schema.json"]?.bytes ?? []
    comparisonSchema = files["comparaison.schema.json"]?.bytes ?? []
    changesSchema = files["changements.schema.json"]?.bytes ?? []
    paperSheet = files["paper.css"]?.bytes ?? []
    comparisonSheet = files["diff.css"]?.bytes ?? []
    strings = Dictionary(
      uniqueKeysWithValues: SiteLanguage.allCases.map { language in
        let file = files["interface.\(language.rawValue).txt"]
        return (language, InterfaceStrings(language, file?.bytes ?? []))
      })
  }

  /// The interface's words in a language.
  func strings(in language: SiteLanguage) -> InterfaceStrings {
    strings[language] ?? InterfaceStrings(language, [])
  }
}

/// The words of the site's interface in one language: lines of `key: text`.
package struct InterfaceStrings: Sendable {
  let language: SiteLanguage
  private let table: [String: String]

  init(_ language: SiteLanguage, _ bytes: [UInt8]) {
    self.language = language
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
  package subscript(key: String) -> String { table[key] ?? key }

  /// A word of one of the format's closed lists, which are French, in the interface's language.
  package subscript(word: some Vocabulary) -> String { self["word." + slug(word.rawValue)] }

  /// What stands between a label and what it is the label of.
  var colon: String { language == .french ? " : " : ": " }

  /// A text that counts: `key.one` or `key.many`, `#` being the number.
  package func count(_ number: Int, _ key: String) -> String {
    self[key + form(of: number)].split(separator: "#", omittingEmptySubsequences: false)
      .joined(separator: String(number))
  }

  /// Which form of a text goes with a number: in French, zero is singular.
  func form(of number: Int) -> String {
    number == 1 || number == 0 && language == .french ? ".one" : ".many"
  }

  /// A date as prose writes it: `12 mai 2014`, `mei 2014`, `2014`.
  func date(_ date: PartialDate) -> String {
    let day = date.day.map { $0 == 1 ? self["day.first"] : String($0) }
    let month = date.month.map { self["month.\($0)"] }
    return [day, month, String(date.year)].compactMap(\.self).joined(separator: " ")
  }

  /// All texts, for templates: `{{t.key}}`.
  var values: TemplateValue {
    TemplateValue(
      record: table.sorted { $0.key < $1.key }.map { ($0.key, .html(typeset($0.value))) })
  }
}
