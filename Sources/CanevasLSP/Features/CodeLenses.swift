import CanevasEditor
import CanevasSource

extension DocumentRequest {
  /// How the rest of the catalogue uses the document.
  func codeLenses() -> JSONValue {
    .array(
      (query?.lenses ?? []).map { lens in
        let start = mapping.position(at: lens.range.lowerBound).json
        let places = JSONValue.array(translation.locations(lens.targets))
        return [
          "range": mapping.range(lens.range),
          "command": ServerCommand.showPlaces.json(
            title: lens.title, [.string(translation.uri(of: file.path)), start, places]),
        ]
      })
  }
}
