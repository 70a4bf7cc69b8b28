import CanevasSource

/// The edits by which one text becomes another: a line at a time where as many lines stand in place
/// of others, and of each only what differs.
func edits(from old: [UInt8], to new: [UInt8]) -> [TextEdit] {
  guard old != new else { return [] }
  let (before, after) = (lines(of: old), lines(of: new))
  let difference = LineDifference(
    from: before.map { old[$0.indices] }, to: after.map { new[$0.indices] })
  var result: [TextEdit] = []
  var (i, j) = (0, 0)
  func change(upTo oldEnd: Int, _ newEnd: Int) {
    defer { (i, j) = (oldEnd + 1, newEnd + 1) }
    guard i < oldEnd || j < newEnd else { return }
    if oldEnd - i == newEnd - j {
      for (line, other) in zip(before[i..<oldEnd], after[j..<newEnd]) {
        result.append(edit(old, line, new[other.indices]))
      }
    } else {
      let start = i < before.count ? before[i].lowerBound : old.count
      let range = ByteRange(start, i < oldEnd ? before[oldEnd - 1].upperBound : start)
      let text = j < newEnd ? new[after[j].lowerBound..<after[newEnd - 1].upperBound] : []
      result.append(edit(old, range, text))
    }
  }
  for pair in difference.kept { change(upTo: pair.old, pair.new) }
  change(upTo: before.count, after.count)
  return result
}

/// Puts a text in place of a range, without what both have in common at their ends. Cuts fall
/// between characters.
private func edit(
  _ bytes: [UInt8], _ range: ByteRange, _ text: ArraySlice<UInt8>
) -> TextEdit {
  let own = bytes[range.indices]
  var start = zip(own, text).prefix { $0 == $1 }.count
  while start > 0, !isBorder(own, start) || !isBorder(text, start) { start -= 1 }
  let (ownRest, textRest) = (own.dropFirst(start), text.dropFirst(start))
  var end = zip(ownRest.reversed(), textRest.reversed()).prefix { $0 == $1 }.count
  while end > 0,
    !isBorder(ownRest, ownRest.count - end) || !isBorder(textRest, textRest.count - end)
  {
    end -= 1
  }
  return TextEdit(
    ByteRange(ownRest.startIndex, ownRest.endIndex - end),
    String(decoding: textRest.dropLast(end), as: UTF8.self))
}

/// Whether a character, or the whole of a CR LF, ends before the byte of an index counted from the
/// slice's start.
private func isBorder(_ bytes: ArraySlice<UInt8>, _ index: Int) -> Bool {
  guard index > 0, index < bytes.count else { return true }
  let byte = bytes[bytes.startIndex + index]
  let isInPair =
    byte == UInt8(ascii: "\n") && bytes[bytes.startIndex + index - 1] == UInt8(ascii: "\r")
  return !isContinuation(byte) && !isInPair
}

/// A text's lines with their line ends.
private func lines(of bytes: [UInt8]) -> [ByteRange] {
  var lines: [ByteRange] = []
  var start = 0
  while start < bytes.count {
    let end = bytes[start...].firstIndex(where: isLineEnd) ?? bytes.count - 1
    let isPair =
      bytes[end] == UInt8(ascii: "\r") && end + 1 < bytes.count
      && bytes[end + 1] == UInt8(ascii: "\n")
    lines.append(ByteRange(start, end + (isPair ? 2 : 1)))
    start = lines[lines.count - 1].upperBound
  }
  return lines
}
