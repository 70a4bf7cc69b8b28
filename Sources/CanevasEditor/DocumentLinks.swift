import CanevasCheck
import CanevasLink
import CanevasModel
import CanevasSource
import CanevasSyntax

extension EditorQuery {
  /// The links and images that can be followed.
  package var documentLinks: [DocumentLink] {
    var destinations = Destinations(document)
    return zip(document.links, catalogue.targets[index]).compactMap { link, target in
      let range = destinations.destination(of: link.inline)?.range ?? link.range
      switch target {
      case .document(let other, let anchor):
        let found = catalogue.documents[other]
        return DocumentLink(
          range: range,
          target: .document(
            path: found.file.path, heading: anchor.flatMap(found.heading)?.text.range),
          tooltip: found.title)
      case .asset(let path):
        return DocumentLink(range: range, target: .asset(path: path), tooltip: path)
      case .external:
        return DocumentLink(
          range: range, target: .address(link.destination), tooltip: link.destination)
      case .broken: return nil
      }
    }
  }
}
