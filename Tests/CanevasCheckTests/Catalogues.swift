import CanevasLink
import CanevasSource

/// A catalogue of files by path, one of them given by its bytes, with a sheet of its own.
func catalogue(_ files: [String: String], _ file: SourceFile? = nil) -> Catalogue {
  var texts = ["canvases/catalogue.md": "# Catalogue\n\n- Langue : fr\n"]
  texts.merge(files) { _, given in given }
  if let file { texts[file.path] = nil }
  let sources =
    texts.sorted { $0.key < $1.key }.map { SourceFile(path: $0, text: $1) }
    + (file.map { [$0] } ?? [])
  return Catalogue(sources.map { ReadFile($0) })
}
