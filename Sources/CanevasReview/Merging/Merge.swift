package import CanevasModel
package import CanevasSource

/// Three versions of a document put together: what both sides did to the base, section by section
/// and item by item.
///
/// No word of either side is lost but those that the other one took out. Where both did different
/// things to the same piece, both stand in the result, between the markers that git sets too.
package struct Merge: Sendable {
  /// The three versions side by side.
  package struct Input: Sendable {
    package let base: SourceFile
    package let ours: SourceFile
    package let theirs: SourceFile
    /// The document that the files are versions of.
    package let id: DocumentID

    package init(base: SourceFile, ours: SourceFile, theirs: SourceFile, id: DocumentID) {
      self.base = base
      self.ours = ours
      self.theirs = theirs
      self.id = id
    }
  }

  /// How conflicts are marked.
  package struct Marks: Hashable, Sendable {
    /// How many characters a marker has.
    package var size = 7
    package var ours = "ours"
    package var base = "base"
    package var theirs = "theirs"
    /// Whether the base stands between the sides.
    package var showsBase = false

    package init() {}
  }

  /// A piece of which each side made something else.
  package struct Conflict: Hashable, Sendable {
    /// The headings that lead to it, outermost first; none in the head or of a whole text.
    package let headings: [String]
    /// What names it in a message: an entry's key, an item's words; `nil` where nothing does.
    package let subject: String?
    /// The lines of the result from the opening marker to the closing one, counted from one; `nil`
    /// for a file that is no text, of which ours is kept.
    package let lines: ClosedRange<Int>?
    /// The lines of what stands in each version; `nil` where it holds nothing.
    package let base: ClosedRange<Int>?
    package let ours: ClosedRange<Int>?
    package let theirs: ClosedRange<Int>?
  }

  package let bytes: [UInt8]
  /// In the order of the result.
  package let conflicts: [Conflict]

  package init(_ input: Input, marks: Marks = Marks()) {
    let files = Versions(base: input.base, ours: input.ours, theirs: input.theirs)
    if let bytes = files.map(\.bytes).merged {
      (self.bytes, conflicts) = (bytes, [])
    } else if files.all.contains(where: { $0.bytes.contains(0) }) {
      bytes = input.ours.bytes
      let conflict = Conflict(
        headings: [], subject: nil, lines: nil, base: nil, ours: nil, theirs: nil)
      conflicts = [conflict]
    } else {
      let forms = files.map(\.form)
      let isUniform = forms.all.allSatisfy { $0.lineEnd != nil }
      let texts = Versions(
        base: forms.base.unmixed(isUniform).text(of: files.base),
        ours: forms.ours.unmixed(isUniform).text(of: files.ours),
        theirs: forms.theirs.unmixed(isUniform).text(of: files.theirs))
      let result = TextMerge(texts, path: input.ours.path, id: input.id, marks: marks)
      var form = FileForm.merged(forms).unmixed(isUniform)
      // Behind a byte-order mark, a conflict's marker would not open its line.
      if result.conflicts.first?.lines?.lowerBound == 1 { form.hasMark = false }
      bytes = form.applied(to: result.bytes)
      conflicts = result.conflicts
    }
  }
}

extension FileForm {
  /// The same form, or one that leaves line ends alone.
  fileprivate func unmixed(_ isUniform: Bool) -> FileForm {
    FileForm(hasMark: hasMark, lineEnd: isUniform ? lineEnd : nil)
  }
}
