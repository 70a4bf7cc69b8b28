package import CanevasRender
package import CanevasSource
import Templates

/// The template files that the program carries for the site, by name.
func embeddedTemplates() -> [String: SourceFile] {
  embeddedFiles { !$0.hasPrefix(previewPrefix) }
}

/// What the program carries for the preview of the site alone, by name: its script, its style sheet
/// and the template of its panel.
package func previewFiles() -> [String: SourceFile] {
  embeddedFiles { $0.hasPrefix(previewPrefix) }
}

extension PageTemplates {
  /// The program's own templates, compiled.
  package static func builtIn() -> PageTemplates { PageTemplates(embeddedTemplates()) }
}

private let previewPrefix = "preview."

private func embeddedFiles(where isWanted: (String) -> Bool) -> [String: SourceFile] {
  var files: [String: SourceFile] = [:]
  for index in 0..<embedded_file_count() {
    let file = embedded_file_at(index).pointee
    let name = String(cString: file.name)
    guard isWanted(name) else { continue }
    files[name] = SourceFile(
      path: "templates/" + name,
      bytes: Array(UnsafeBufferPointer(start: file.bytes, count: file.count)))
  }
  return files
}
