import CanevasSource

extension Rule {
  /// The rule that words a kind of defect. Exhaustive, so that none is forgotten.
  static func wording(_ kind: Defect.Kind) -> Rule {
    switch kind {
    case .unreadable: .unreadableFile
    case .notAFile: .specialFile
    case .strayLink: .straySymbolicLink
    case .tooLarge: .fileTooLarge
    case .notUTF8: .unknownEncoding
    case .nulByte: .nullByte
    case .byteOrderMark: .byteOrderMark
    case .mixedLineEnds: .mixedLineEnds
    case .conflictMarker: .conflictMarkers
    case .tooDeep: .nestedTooDeep
    case .fileNameNotSlug: .fileName
    case .unknownFolder: .unknownFolder
    case .duplicateSlug: .duplicateFileName

    case .frontMatter: .frontMatter
    case .noTitle: .missingTitle
    case .secondTitle: .secondTitle
    case .noMetadata: .missingMetadata
    case .malformedMetadata: .malformedMetadata
    case .unknownKey: .unknownKey
    case .duplicateKey: .duplicateKey
    case .missingKey: .missingKey
    case .valueNotInVocabulary: .unknownValue
    case .unreadableDate: .unreadableDate
    case .unreadableDuration: .unreadableDuration
    case .malformedReview: .malformedReview
    case .textBeforeSections: .textBeforeSections
    case .unknownHeading: .unknownHeading
    case .duplicateHeading: .duplicateHeading
    case .headingVariant: .headingVariant
    case .headingAtWrongLevel: .headingLevel
    case .headingOutOfOrder: .headingOrder
    case .missingSection: .missingSection
    case .emptySection: .emptySection
    case .proseWhereItemsAreUsual: .proseInsteadOfItems
    case .typedBullet: .typedBullet
    case .headingWithoutSpace: .headingWithoutSpace
    case .unsortedText: .unsortedText
    case .placeholder: .leftPlaceholder
    case .rawHTML: .rawHTML
    case .imageWithoutAlternative: .imageWithoutDescription
    case .malformedFlow: .malformedFlow
    case .malformedStep: .malformedStep

    case .documentNotFound: .documentNotFound
    case .anchorNotFound: .anchorNotFound
    case .linkOfWrongKind: .linkOfWrongKind
    case .linkOutOfCatalogue: .linkOutOfCatalogue
    case .linkToItself: .linkToItself
    case .dangerousScheme: .dangerousAddress
    case .assetNotFound: .assetNotFound

    case .waiverWithoutReason: .waiverWithoutReason
    case .unknownWaiver: .unknownWaiver
    case .refusedWaiver: .refusedWaiver
    case .idleWaiver: .idleWaiver

    case .template: .templateMistake
    }
  }
}
