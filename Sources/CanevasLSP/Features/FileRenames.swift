import CanevasEditor
import CanevasProject
import CanevasSource

extension Server {
  /// The changes that keep links alive when the client renames files or folders by itself.
  mutating func willRenameFiles(_ params: JSONValue) -> JSONValue {
    var renames: [(old: Place, new: Place)] = []
    for file in params["files"]?.array ?? [] {
      guard let old = file["oldUri"]?.string.flatMap({ place(ofURI: $0) }),
        let new = file["newUri"]?.string.flatMap({ place(ofURI: $0) }), old.root == new.root
      else { continue }
      renames.append((old, new))
    }
    guard let root = renames.first?.old.root, let served = catalogues[root] else { return .null }
    let translation = Translation(of: served, for: self)
    var moves: [(from: String, to: String)] = []
    for (old, new) in renames where old.root == root {
      for path in served.workspace.paths where path == old.path || path.isBelow(old.path) {
        moves.append((path, new.path + path.dropFirst(old.path.count)))
      }
    }
    let edits = translation.edits(for: moves)
    return edits.isEmpty ? .null : translation.workspaceEdit(edits, label: Words.moveLinks)
  }
}

extension String {
  fileprivate func isBelow(_ folder: String) -> Bool {
    utf8.starts(with: (folder + "/").utf8)
  }
}

extension Translation {
  /// What has to change in documents when some of them move. A document that may not stand where
  /// it goes keeps its links; the check tells the author so once it is there.
  fileprivate func edits(for moves: [(from: String, to: String)]) -> [String: [TextEdit]] {
    var edits: [String: [TextEdit]] = [:]
    for (old, new) in moves {
      guard let query = query(old), case .success(let edit) = query.move(to: new, isMoved: true)
      else { continue }
      for (path, more) in edit.edits { edits[path, default: []] += more }
    }
    return edits.compactMapValues { edits in
      let apart = edits.filter { edit in edits.count { $0.range.meets(edit.range) } == 1 }
      return apart.isEmpty ? nil : apart.sorted { $0.range < $1.range }
    }
  }
}

extension ByteRange {
  /// Whether two edits cannot both be made. It is so for a link between two documents that move
  /// together: each move would rewrite it, and it stays right as it is.
  fileprivate func meets(_ other: ByteRange) -> Bool {
    self == other || lowerBound < other.upperBound && other.lowerBound < upperBound
  }
}
