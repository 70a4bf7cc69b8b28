import CanevasSource
import CanevasSyntax

extension Challenge {
  /// The opening runs to the first paragraph without a question, once one had a question.
  init(_ blocks: [Block]) {
    let blocks = blocks.filter { !$0.isComment }
    let hasQuestion = blocks.map { block in
      block.kind == .paragraph && !questionsOf(block.text).isEmpty
    }
    guard let first = hasQuestion.firstIndex(of: true), first <= 1 else {
      opening = []
      questions = []
      solution = blocks
      return
    }
    let end = hasQuestion[first...].firstIndex(of: false) ?? blocks.count
    opening = Array(blocks[..<end])
    questions = opening.flatMap { $0.kind == .paragraph ? questionsOf($0.text) : [] }
    solution = Array(blocks[end...])
  }
}

/// The sentences of a text that end in a question mark.
private func questionsOf(_ text: RichText) -> [RichText] {
  var questions: [RichText] = []
  var start = text.range.lowerBound
  for inline in text.parts {
    guard inline.isVerbatim else {
      // A question may stand in bold as a whole: no cut falls inside, only after it.
      if inline.plain.utf8.last == UInt8(ascii: "?") {
        questions.append(text.clipped(to: ByteRange(start, inline.range.upperBound)))
        start = inline.range.upperBound
      }
      continue
    }
    let literal = text.literal(of: inline)
    let first = max(text.range.lowerBound, inline.range.lowerBound)
    for index in literal.indices {
      let offset = first + (index - literal.startIndex) + 1
      switch literal[index] {
      case UInt8(ascii: "?"):
        let question = text.clipped(to: ByteRange(start, offset))
        if question.range.count > 1 { questions.append(question) }
        start = offset
      case UInt8(ascii: "!"), UInt8(ascii: "."):
        if endsSentence(literal[(index + 1)...]) { start = offset }
      default: break
      }
    }
  }
  return questions
}

/// Whether what follows a full stop opens another sentence: a space, then a capital.
private func endsSentence(_ rest: ArraySlice<UInt8>) -> Bool {
  guard let space = spaceAtStart(rest) else { return rest.isEmpty }
  guard let next = rest.dropFirst(space).first else { return true }
  return (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(next) || next == 0xC3
}
