package import CanevasLink
package import CanevasModel
import CanevasSource
import CanevasSyntax

/// The names that files of one kind of documents have or had, so that a new one gets its own.
package struct TakenNames: Sendable {
  /// Lower-case: not every file system tells `Angel-Me.md` from `angel-me.md`.
  private var names: Set<String> = ["index", "readme"]

  /// Those of a catalogue's documents, and of files that are none: former names lead to documents
  /// still. `others` are further names of files in the kind's folder.
  package init(of kind: Kind, in catalogue: Catalogue, others: some Sequence<String> = []) {
    for index in catalogue.documents(of: kind) {
      let document = catalogue.documents[index]
      names.insert(document.id.slug.lowercased())
      let former = document.head.metadata.entry(.formerName)?.values ?? []
      names.formUnion(former.map { slug($0.text.plain) })
    }
    names.formUnion(
      catalogue.strays.compactMap { DocumentID(path: $0.file.path) }
        .filter { $0.kind == kind }.map { $0.slug.lowercased() })
    names.formUnion(others.filter { $0.hasSuffix(".md") }.map { $0.dropLast(3).lowercased() })
  }

  /// Takes a name for taken, too.
  package mutating func insert(_ name: String) {
    names.insert(name.lowercased())
  }

  /// The slug of a title, with a number behind it if it is taken; `wanted` is the one without.
  package func free(for title: String) -> (slug: String, wanted: String) {
    let whole = slug(title)
    let wanted = whole.isEmpty ? "sans-nom" : clipped(whole)
    var candidate = wanted
    var number = 2
    while names.contains(candidate) {
      candidate = "\(wanted)-\(number)"
      number += 1
    }
    return (candidate, wanted)
  }
}

/// A slug that every file system takes for a name, cut between words where there are some.
private func clipped(_ slug: String) -> String {
  guard slug.utf8.count > 80 else { return slug }
  let start = slug.prefix(80)
  guard let hyphen = start.lastIndex(of: "-") else { return String(start) }
  return String(start[..<hyphen])
}
