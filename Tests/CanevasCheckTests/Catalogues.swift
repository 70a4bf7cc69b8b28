import CanevasLink
import CanevasSource

/// A catalogue of files by path, one of them given by its bytes, with a sheet of its own.
func catalogue(_ files: [String: String], _ file: SourceFile? = nil) -> Catalogue {
  let sheet = ["canvases/catalogue.md": "# Catalogue\n\n- Langue : fr\n"]
  let texts = files.merging(sheet) { own, _ in own }.sorted { $0.key < $1.key }
  let sources = texts.map { SourceFile(path: $0, text: $1) } + (file.map { [$0] } ?? [])
  return Catalogue(sources.map { ReadFile($0) })
}
