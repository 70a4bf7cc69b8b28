import CanevasModel
import CanevasSource

/// What tells comments apart, which say nothing: their text, and what they speak of.
extension PieceTree {
  /// The words of a comment.
  func commentText(_ index: Int) -> String {
    let text = String(decoding: document.file.bytes[pieces[index].lines.indices], as: UTF8.self)
    return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// The rule that a waiver is about; `nil` for any other comment.
  func waivedRule(_ index: Int) -> String? {
    let text = commentText(index)
    return text.hasPrefix("<!-- canevas-") ? String(text.prefix { $0 != ":" }) : nil
  }

  /// What stands right below a comment in the same piece, other comments aside.
  func pieceBelow(_ index: Int) -> Int? {
    var next = pieces[index].end
    while next < pieces.count, pieces[next].parent == pieces[index].parent {
      if pieces[next].kind != .comment { return next }
      next = pieces[next].end
    }
    return nil
  }
}

/// What a comment is known by.
struct CommentKey: Hashable {
  var text: String?
  /// A number for what it speaks of, the same in both versions.
  var below: Int?

  /// The keys of a comment in a tree, the most certain one first: the same words about the same
  /// thing; the same words elsewhere; other words about the same thing.
  static func known(_ tree: PieceTree, _ index: Int, below: Int) -> [CommentKey] {
    [
      CommentKey(text: tree.commentText(index), below: below),
      CommentKey(text: tree.commentText(index)),
      CommentKey(text: tree.waivedRule(index), below: below),
    ]
  }

  /// The keys of a comment that was added: it is the same one only above the same thing, and with
  /// other words only if it waives the same rule.
  static func added(_ tree: PieceTree, _ index: Int, below: Int) -> [CommentKey] {
    [
      CommentKey(text: tree.commentText(index), below: below),
      CommentKey(text: tree.waivedRule(index) ?? tree.commentText(index), below: below),
    ]
  }
}

/// Pairs comments of two versions by their keys, the first old one of a key with the first new one.
func pairedComments(
  _ olds: [(index: Int, keys: [CommentKey])], _ news: [(index: Int, keys: [CommentKey])]
) -> [(old: Int, new: Int)] {
  var pairs: [(old: Int, new: Int)] = []
  var (olds, news) = (olds[...], news[...])
  var step = 0
  while let count = olds.first?.keys.count, step < count, !news.isEmpty {
    var waiting: [CommentKey: [Int]] = [:]
    for new in news { waiting[new.keys[step], default: []].append(new.index) }
    for old in olds {
      guard let new = waiting[old.keys[step]]?.first else { continue }
      waiting[old.keys[step]]?.removeFirst()
      pairs.append((old.index, new))
    }
    let (taken, takenToo) = (Set(pairs.map(\.old)), Set(pairs.map(\.new)))
    olds.removeAll { taken.contains($0.index) }
    news.removeAll { takenToo.contains($0.index) }
    step += 1
  }
  return pairs
}
