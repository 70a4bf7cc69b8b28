import CanevasModel
import CanevasSource
import CanevasSyntax

/// Resolves links against the files that a catalogue holds.
struct LinkResolver {
  private let documents: [TypedDocument]
  private let byPath: [String: Catalogue.Index]
  private let assets: Set<String>
  private let names: DocumentNames
  /// What was found near to a missing document's name: where a document was moved, all that links
  /// to it asks the same.
  private var nearDocuments: [String: [String]] = [:]

  init(_ documents: [TypedDocument], _ names: DocumentNames, assets: Set<String>) {
    self.documents = documents
    self.names = names
    byPath = Dictionary(
      uniqueKeysWithValues: documents.enumerated().map { ($1.file.path, $0) })
    self.assets = assets
  }

  /// The targets of all links of one document, with what is wrong with them.
  mutating func resolve(
    linksOf index: Catalogue.Index
  ) -> (targets: [Catalogue.Target], defects: [Defect]) {
    var targets: [Catalogue.Target] = []
    var defects: [Defect] = []
    targets.reserveCapacity(documents[index].links.count)
    for link in documents[index].links {
      switch resolve(link, from: index) {
      case .success(let target):
        targets.append(target)
        if let defect = wrongKind(link, target) { defects.append(defect) }
      case .failure(let broken):
        targets.append(.broken)
        defects.append(broken.defect)
      }
    }
    return (targets, defects)
  }

  /// Why a link leads nowhere.
  private struct Broken: Error {
    let defect: Defect
  }

  private mutating func resolve(
    _ link: Link, from index: Catalogue.Index
  ) -> Result<Catalogue.Target, Broken> {
    let destination = link.destination
    func broken(_ kind: Defect.Kind, nearest: [String] = []) -> Result<Catalogue.Target, Broken> {
      .failure(Broken(defect: Defect(kind, link.range, nearest: nearest)))
    }
    if let scheme = scheme(of: destination) {
      let isHarmless = ["http", "https", "mailto", "tel", "ftp"].contains(scheme)
      return isHarmless ? .success(.external) : broken(.dangerousScheme(scheme: scheme))
    }
    if destination.hasPrefix("//") { return .success(.external) }
    let parts = destination.split(
      separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let written = parts.first.map { String($0.prefix { $0 != "?" }) } ?? ""
    let anchor = parts.count > 1 && !parts[1].isEmpty ? String(parts[1]) : nil
    let base = documents[index].file.path
    guard let path = written.isEmpty ? base : resolvedPath(percentDecoded(written), from: base),
      path.hasPrefix("canvases/") || path.hasPrefix("seeds/")
    else {
      return broken(.linkOutOfCatalogue, nearest: namesakes(of: written, from: base))
    }
    guard let target = byPath[path] else {
      // Strings compare by canonical equivalence, file names by bytes: the set's own spelling is
      // the one that opens the file.
      if let place = assets.firstIndex(of: path) { return .success(.asset(assets[place])) }
      guard path.hasSuffix(".md") else {
        return broken(.assetNotFound(path: path), nearest: nearestAssets(to: path, from: base))
      }
      let near = nearestPaths(to: path, named: link.inline.plain, from: base)
      return broken(.documentNotFound(path: path), nearest: near)
    }
    guard let anchor else {
      return target == index ? broken(.linkToItself) : .success(.document(target, anchor: nil))
    }
    let wanted = slug(percentDecoded(anchor))
    let anchors = documents[target].anchors
    guard let found = anchors.first(where: { slug($0.id) == wanted }) else {
      if !documents[target].isParsed { return .success(.document(target, anchor: nil)) }
      let near = CanevasSource.nearest(to: anchor, among: anchors.map(\.id))
      return broken(.anchorNotFound(anchor: anchor), nearest: near)
    }
    return .success(.document(target, anchor: found.id))
  }

  /// A defect when the link's role asks for documents of another kind than the target's.
  private func wrongKind(_ link: Link, _ target: Catalogue.Target) -> Defect? {
    guard link.isNaming, let kinds = link.role.kinds else { return nil }
    let found: String
    switch target {
    case .document(let index, _):
      guard !kinds.contains(documents[index].id.kind) else { return nil }
      found = documents[index].id.kind.rawValue
    case .asset: found = "asset"
    case .external:
      // Organisations without a sheet of their own may be linked on the web.
      guard kinds != [.actor] else { return nil }
      found = "external"
    case .broken: return nil
    }
    return Defect(
      .linkOfWrongKind(found: found, expected: kinds.map(\.rawValue)), link.range)
  }

  /// What a link to a missing document may have meant, as relative paths, best first: documents of
  /// the same name in another folder, of that former name, or called by the link's own words; then
  /// those whose names are near.
  private mutating func nearestPaths(to path: String, named words: String, from base: String)
    -> [String]
  {
    let wanted = slug(fileName(of: path).dropLast(3).utf8)
    let certain = names.answering(slug: wanted, title: words).map { documents[$0].file.path }
    let found = certain.isEmpty ? documents(near: wanted, missingAt: path) : certain
    return found.prefix(3).map { relativePath(to: $0, from: base) }
  }

  /// The paths of the documents whose slugs are near to that of a missing one: those of its own
  /// folder, else all.
  private mutating func documents(near wanted: String, missingAt path: String) -> [String] {
    if let known = nearDocuments[path] { return known }
    let folder = path.split(separator: "/").dropLast()
    let same = documents.filter { $0.file.path.split(separator: "/").dropLast() == folder }
    var found: [String] = []
    for candidates in [same, documents] where found.isEmpty {
      let slugs = Dictionary(
        candidates.map { ($0.id.slug, $0.file.path) }, uniquingKeysWith: { first, _ in first })
      found = CanevasSource.nearest(to: wanted, among: slugs.keys.sorted())
        .compactMap { slugs[$0] }
    }
    nearDocuments[path] = found
    return found
  }

  /// The attached files whose names are nearest to a missing one's, as relative paths.
  private func nearestAssets(to path: String, from base: String) -> [String] {
    let wanted = fileName(of: path)
    let paths = assets.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    let names = Dictionary(
      paths.map { (fileName(of: $0), [$0]) }, uniquingKeysWith: { $0 + $1 })
    let near = CanevasSource.nearest(to: wanted, among: names.keys.sorted())
    return near.flatMap { names[$0] ?? [] }.prefix(3).map { relativePath(to: $0, from: base) }
  }

  /// The files of the catalogue that have just the name of one outside it.
  private func namesakes(of written: String, from base: String) -> [String] {
    let wanted = fileName(of: percentDecoded(written))
    let paths = documents.map(\.file.path) + assets
    return paths.filter { fileName(of: $0) == wanted }
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
      .prefix(3).map { relativePath(to: $0, from: base) }
  }
}

/// The last part of a path.
private func fileName(of path: String) -> String {
  path.split(separator: "/").last.map(String.init) ?? path
}

/// The scheme that opens an address, in lower case: `https`. Control characters and spaces, which
/// browsers drop, do not hide one.
private func scheme(of destination: String) -> String? {
  var name: [UInt8] = []
  for byte in destination.utf8 where byte > 0x20 {
    switch byte {
    case UInt8(ascii: ":"):
      return name.isEmpty ? nil : String(decoding: name, as: UTF8.self)
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): name.append(byte | 0x20)
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
      UInt8(ascii: "+"), UInt8(ascii: "."), UInt8(ascii: "-"):
      name.append(byte)
    default: return nil
    }
  }
  return nil
}

/// The path from the root of a link written in the file `base`; `nil` when it leaves the root.
package func resolvedPath(_ relative: String, from base: String) -> String? {
  guard !relative.hasPrefix("/"), !relative.contains("\0") else { return nil }
  var parts = base.split(separator: "/").dropLast().map(String.init)
  for part in relative.split(separator: "/") {
    switch part {
    case ".": continue
    case "..":
      guard parts.popLast() != nil else { return nil }
    default: parts.append(String(part))
    }
  }
  return parts.joined(separator: "/")
}

/// How a link in the file `base` is written to lead to `path`, both from the root.
package func relativePath(to path: String, from base: String) -> String {
  let target = path.split(separator: "/")
  let folder = base.split(separator: "/").dropLast()
  let common = zip(target.dropLast(), folder).prefix { $0 == $1 }.count
  let up = Array(repeating: "..", count: folder.count - common)
  return (up + target.dropFirst(common).map(String.init)).joined(separator: "/")
}
