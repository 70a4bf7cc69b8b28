import CanevasSource
import CanevasSyntax

extension Challenge {
  /// The opening runs to the first paragraph without a question, once one had a question.
  init(_ blocks: [Block]) {
    let blocks = blocks.filter { !$0.isComment }
    let sentences = blocks.map { $0.kind == .paragraph ? Sentence.all(in: $0.text) : [] }
    let hasQuestion = sentences.map { $0.contains(where: \.isQuestion) }
    guard let first = hasQuestion.firstIndex(of: true),
      first == 0 || first == 1 && blocks[0].kind == .paragraph
    else {
      opening = []
      solution = blocks
      return
    }
    let end = hasQuestion[first...].firstIndex(of: false) ?? blocks.count
    opening = sentences[..<end].flatMap { $0 }
    solution = Array(blocks[end...])
  }
}

extension Challenge.Sentence {
  package var isQuestion: Bool {
    if case .question = self { true } else { false }
  }

  /// Cuts a text at its full stops, exclamation and question marks: nothing is left out.
  fileprivate static func all(in text: RichText) -> [Self] {
    var sentences: [Self] = []
    var start = text.range.lowerBound
    var isQuestion = false
    func cut(_ end: Int, _ make: (RichText) -> Self) {
      let sentence = text.clipped(to: ByteRange(start, end))
      if !sentence.isEmpty { sentences.append(make(sentence)) }
      start = end
      isQuestion = false
    }
    for inline in text.parts {
      guard inline.isVerbatim else {
        // A question may stand in bold as a whole: no cut falls inside, only after it.
        if inline.plain.utf8.last == UInt8(ascii: "?") {
          cut(inline.range.upperBound, Self.question)
        }
        continue
      }
      let literal = text.literal(of: inline)
      let first = max(text.range.lowerBound, inline.range.lowerBound)
      for index in literal.indices {
        let offset = first + (index - literal.startIndex) + 1
        switch literal[index] {
        case UInt8(ascii: "?"), UInt8(ascii: "!"):
          isQuestion = isQuestion || literal[index] == UInt8(ascii: "?")
          // Of several marks, « ?! », the last one ends the sentence.
          if let next = literal[(index + 1)...].first, "?!".utf8.contains(next) { continue }
          if isQuestion {
            cut(offset, Self.question)
          } else if endsSentence(literal[(index + 1)...]) {
            cut(offset, Self.statement)
          }
        case UInt8(ascii: "."):
          if endsSentence(literal[(index + 1)...]) { cut(offset, Self.statement) }
        default: break
        }
      }
    }
    cut(text.range.upperBound, Self.statement)
    return sentences
  }
}

/// Whether what follows a full stop opens another sentence: a space, then a capital.
private func endsSentence(_ rest: ArraySlice<UInt8>) -> Bool {
  guard let space = spaceAtStart(rest) else { return rest.isEmpty }
  guard let next = rest.dropFirst(space).first else { return true }
  return (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(next) || next == 0xC3
}
