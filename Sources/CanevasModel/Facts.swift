package import CanevasSource

/// What a document's metadata say, typed by its kind.
package enum Facts: Sendable {
  case catalogue(CatalogueFacts)
  case canvas(CanvasFacts)
  case theme(ThemeFacts)
  case actor(ActorFacts)
  case inspiringCase(CaseFacts)
  case actionSheet(ActionFacts)
  case diagnosis(DiagnosisFacts)
  case workshop(WorkshopFacts)
  case experiment(ExperimentFacts)
  case guidePage(GuideFacts)
  case source(SourceFacts)
}

/// A value of the metadata: a link with its note, or words.
package typealias LinkedValue = Metadata.Value

/// The catalogue's settings.
package struct CatalogueFacts: Sendable {
  /// The site's base address.
  package let address: String?
  package let territory: String?
  package let programme: String?
  package let language: SiteLanguage
  package let publisher: String?
  /// Whom to write to in order to carry an idea.
  package let contact: LinkedValue?
  package let licence: LinkedValue?
  /// One setting a value, as written: `indicateur-sans-unite avertissement`.
  package let rules: [String]
}

/// Where a canvas stands and what it is linked with.
package struct CanvasFacts: Sendable {
  package let themes: [LinkedValue]
  package let status: Found<Status>
  package let territory: String?
  /// Empty: the idea looks for a carrier.
  package let carriers: [LinkedValue]
  package let inspirations: [LinkedValue]
  package let sources: [LinkedValue]
  package let date: PartialDate?
  package let model: CanvasModel
  /// `nil`: nobody recorded a review.
  package let reviewed: ReviewRecord?
}

/// A theme's colour and the diagnoses that it comes from.
package struct ThemeFacts: Sendable {
  package let colour: ThemeColour?
  package let diagnoses: [LinkedValue]
}

/// What an actor is and what else it is called.
package struct ActorFacts: Sendable {
  package let type: Found<ActorType>
  /// The actor's other names.
  package let aliases: [String]
  package let site: LinkedValue?
  package let territory: String?
}

/// Where an inspiring case is found.
package struct CaseFacts: Sendable {
  package let place: String?
  package let site: LinkedValue?
  package let themes: [LinkedValue]
  /// The kind of product-service.
  package let model: String?
}

/// The identity of an action that was carried out elsewhere.
package struct ActionFacts: Sendable {
  package let project: LinkedValue?
  package let duration: Duration?
  package let start: PartialDate?
  package let end: PartialDate?
  package let territory: String?
  package let topic: String?
  package let lines: [LinkedValue]
  package let funders: [LinkedValue]
  package let contacts: [LinkedValue]
}

/// What a diagnosis covers, and from whose side.
package struct DiagnosisFacts: Sendable {
  package let territory: String?
  package let approach: DiagnosisApproach?
  package let date: PartialDate?
}

/// When, where and on what a workshop was held.
package struct WorkshopFacts: Sendable {
  package let themes: [LinkedValue]
  package let date: PartialDate?
  package let duration: Duration?
  package let place: String?
}

/// What an experiment tests, and with which tool.
package struct ExperimentFacts: Sendable {
  package let canvases: [LinkedValue]
  package let tool: Found<ExperimentTool>
  package let date: PartialDate?
  package let place: String?
}

/// Which phase of the method a guide page belongs to.
package struct GuideFacts: Sendable {
  package let phase: Phase?
}

/// The identity of a source document.
package struct SourceFacts: Sendable {
  package let publisher: String?
  package let year: PartialDate?
  package let language: String?
  package let file: String?
}
