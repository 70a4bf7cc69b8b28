import CanevasSource
import Templates

/// The template files that the program carries, by name.
func embeddedTemplates() -> [String: SourceFile] {
  var files: [String: SourceFile] = [:]
  for index in 0..<embedded_file_count() {
    let file = embedded_file_at(index).pointee
    let name = String(cString: file.name)
    files[name] = SourceFile(
      path: "templates/" + name,
      bytes: Array(UnsafeBufferPointer(start: file.bytes, count: file.count)))
  }
  return files
}
