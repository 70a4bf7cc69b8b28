package import CanevasSource
import FoundationEssentials

/// The documents of the project's own catalogue, and those that the model is tested with.
package let sourceDocuments: [SourceFile] = {
  var files: [SourceFile] = []
  func add(_ file: String, as path: String) {
    let data = FileManager.default.contents(atPath: file) ?? Data()
    files.append(SourceFile(path: path, bytes: [UInt8](data)))
  }
  for folder in ["canvases", "seeds"] {
    let root = projectFolder + "/" + folder
    for path in (try? FileManager.default.subpathsOfDirectory(atPath: root)) ?? []
    where path.hasSuffix(".md") {
      add(root + "/" + path, as: folder + "/" + path)
    }
  }
  let fixtures = fixturesFolder + "/model"
  for name in (try? FileManager.default.contentsOfDirectory(atPath: fixtures)) ?? []
  where name.hasSuffix(".md") {
    let place = name.replacing("+", with: "/")
    add(fixtures + "/" + name, as: place.hasPrefix("seeds/") ? place : "canvases/" + place)
  }
  return files.sorted { $0.path < $1.path }
}()
