/// What an early stage found wrong in a document, without a word on it: the rules of
/// `CanevasCheck` word every case. The set is closed, so that none can be forgotten.
package struct Defect: Hashable, Sendable {
  package let kind: Kind
  /// Where, in the file that the defect is recorded with.
  package let range: ByteRange
  /// Other places that explain it: the first of two headings, the other of two documents.
  package let others: [Location]
  /// Known names near to the one that was written, best first.
  package let nearest: [String]

  package init(
    _ kind: Kind, _ range: ByteRange, others: [Location] = [], nearest: [String] = []
  ) {
    self.kind = kind
    self.range = range
    self.others = others
    self.nearest = nearest
  }

  package enum Kind: Hashable, Sendable {
    // The file and its bytes.
    /// The system would not give the file's bytes.
    case unreadable(reason: Bilingual)
    /// A folder, pipe, socket or device has a document's name.
    case notAFile
    /// A symbolic link that leads out of the catalogue's folders, nowhere, or in a circle.
    case strayLink
    case tooLarge(limit: Int)
    case notUTF8
    case nulByte
    case byteOrderMark
    case mixedLineEnds
    case conflictMarker
    case tooDeep(limit: Int)
    case fileNameNotSlug(slug: String)
    case unknownFolder
    case duplicateSlug

    // The document's shape.
    case frontMatter
    case noTitle
    case secondTitle
    case noMetadata
    case malformedMetadata
    case unknownKey(name: String)
    case duplicateKey(name: String)
    case missingKey(name: String, severity: Severity)
    case valueNotInVocabulary(key: String, value: String)
    case unreadableDate(key: String, value: String)
    case unreadableDuration(key: String, value: String)
    /// A value of `Revu` that is no link with a fingerprint.
    case malformedReview
    case textBeforeSections
    case unknownHeading(name: String)
    case duplicateHeading(name: String)
    case headingVariant(canonical: String)
    case headingAtWrongLevel(name: String, expected: Int)
    case headingOutOfOrder(name: String, before: String)
    case missingSection(name: String, severity: Severity)
    case emptySection(name: String, severity: Severity)
    case proseWhereItemsAreUsual(name: String)
    case typedBullet
    case headingWithoutSpace
    case unsortedText
    case placeholder
    case rawHTML
    case imageWithoutAlternative
    case malformedFlow
    case malformedStep

    // Links.
    case documentNotFound(path: String)
    case anchorNotFound(anchor: String)
    case linkOfWrongKind(found: String, expected: [String])
    case linkOutOfCatalogue
    case linkToItself
    case dangerousScheme(scheme: String)
    case assetNotFound(path: String)

    // Waivers, as the check finds them to be.
    case waiverWithoutReason
    case unknownWaiver(code: String)
    /// A waiver of an error, which cannot be waived.
    case refusedWaiver(code: String)
    /// A waiver of what is not found there: maybe only because a part of the document is not read
    /// as it is meant.
    case idleWaiver(code: String, isDoubtful: Bool)

    // Page templates.
    case template(TemplateMistake)
  }
}

/// What can be wrong with a Mustache template.
package enum TemplateMistake: Hashable, Sendable {
  case unclosedTag
  case emptyTag
  case unclosedSection(name: String)
  case unopenedSection(name: String)
  case sectionClosedByAnother(open: String, close: String)
  case malformedDelimiters
  case unknownPartial(name: String)
  case unknownTagKind(sigil: String)
}
