import CanevasLink
import CanevasModel
package import CanevasReview

/// An entry of a changelog in the interface's words, for all forms in which it is told.
package struct ToldChange: Hashable, Sendable {
  package let document: Changelog.Name
  /// What the document's author says of it in a line.
  package let tagline: String?
  /// What happened, where the topic's heading does not say it all.
  package let text: String?
  /// What the names are to the document: `Partenaire`.
  package let label: String?
  package let names: [Changelog.Name]
}

extension Site {
  /// What all entries of a topic have in common.
  package func heading(of topic: Changelog.Topic) -> String {
    switch topic {
    case .added(let kind): strings["changes.added." + kind.rawValue]
    case .status: strings["changes.status"]
    case .carriers: strings["changes.carriers"]
    case .linked: strings["changes.linked"]
    case .renamed: strings["changes.renamed"]
    case .removed: strings["changes.removed"]
    case .revised: strings["changes.revised"]
    }
  }

  package func told(_ entry: Changelog.Entry) -> ToldChange {
    var tagline: String?
    var text: String?
    var label: String?
    var names: [Changelog.Name] = []
    let kind = entry.document.id?.kind ?? .catalogue
    switch entry.change {
    case .added(let words, let about):
      tagline = words
      if let role: LinkRole = about.first.map({ $0.id?.kind == .canvas ? .testedCanvas : .theme }) {
        label = strings["role." + role.rawValue]
      }
      names = about
    case .status(let from, let to): text = "\(strings[from]) → \(strings[to])"
    case .carriers(_, let carriers):
      if carriers.isEmpty { text = strings["changes.seeks"] }
      if !carriers.isEmpty { label = strings["role.carrier"] }
      names = carriers
    case .linked(let role, let linked):
      label = strings["role." + role.rawValue]
      names = linked
    case .renamed(let former):
      let words = former.title == entry.document.title ? former.id?.slug : former.title
      text = strings.fill("changes.formerly", words ?? former.title)
    case .removed, .revised:
      text = strings[(kind == .catalogue ? "kinds." : "entry.") + kind.rawValue]
    }
    return ToldChange(
      document: entry.document, tagline: tagline, text: text, label: label, names: names)
  }

  /// The page of a document that a changelog names, if it has one still.
  package func address(of name: Changelog.Name) -> String? {
    guard let id = name.id, let index = catalogue.index(of: id), isPublished(index) else {
      return nil
    }
    return id.address
  }
}
