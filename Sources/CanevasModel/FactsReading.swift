import CanevasSource
import CanevasSyntax

extension Facts {
  /// Types the metadata of a document.
  init(_ metadata: Metadata, kind: Kind, into defects: inout [Defect]) {
    var reader = MetadataReader(metadata: metadata)
    self.init(kind, &reader)
    // Typed where they are used; what cannot be read there is told here.
    let _: YesNo? = reader.word(.draft)
    defects += reader.defects
  }

  private init(_ kind: Kind, _ reader: inout MetadataReader) {
    switch kind {
    case .catalogue: self = .catalogue(CatalogueFacts(&reader))
    case .canvas: self = .canvas(CanvasFacts(&reader))
    case .theme:
      self = .theme(
        ThemeFacts(
          colour: reader.word(.colour), diagnoses: reader.values(.diagnosis)))
    case .actor:
      self = .actor(
        ActorFacts(
          type: reader.requiredWord(.type), aliases: reader.texts(.aliases),
          site: reader.value(.site), territory: reader.text(.territory)))
    case .inspiringCase:
      self = .inspiringCase(
        CaseFacts(
          place: reader.text(.place), site: reader.value(.site), themes: reader.values(.theme),
          model: reader.text(.model)))
    case .actionSheet: self = .actionSheet(ActionFacts(&reader))
    case .diagnosis:
      self = .diagnosis(
        DiagnosisFacts(
          territory: reader.text(.territory), approach: reader.word(.approach),
          date: reader.date(.date)))
    case .workshop:
      self = .workshop(
        WorkshopFacts(
          themes: reader.values(.theme), date: reader.date(.date),
          duration: reader.duration(.duration), place: reader.text(.place)))
    case .experiment:
      self = .experiment(
        ExperimentFacts(
          canvases: reader.values(.canvas), tool: reader.requiredWord(.tool),
          date: reader.date(.date), place: reader.text(.place)))
    case .guidePage: self = .guidePage(GuideFacts(phase: reader.word(.phase)))
    case .source:
      self = .source(
        SourceFacts(
          publisher: reader.text(.publisher), year: reader.date(.year),
          language: reader.text(.language), file: reader.text(.file)))
    }
  }
}

extension CatalogueFacts {
  fileprivate init(_ reader: inout MetadataReader) {
    address = reader.text(.address)
    territory = reader.text(.territory)
    programme = reader.text(.programme)
    language = reader.word(.language) ?? .french
    publisher = reader.text(.publisher)
    contact = reader.value(.contact)
    licence = reader.value(.licence)
    rules = reader.texts(.rules)
  }
}

extension CanvasFacts {
  fileprivate init(_ reader: inout MetadataReader) {
    themes = reader.values(.theme)
    status = reader.requiredWord(.status)
    territory = reader.text(.territory)
    carriers = reader.values(.carrier)
    inspirations = reader.values(.inspiration)
    sources = reader.values(.source)
    date = reader.date(.date)
    model = reader.word(.model) ?? .circular
    reviewed = reader.review()
  }
}

extension ActionFacts {
  fileprivate init(_ reader: inout MetadataReader) {
    project = reader.value(.project)
    duration = reader.duration(.duration)
    start = reader.date(.start)
    end = reader.date(.end)
    territory = reader.text(.territory)
    topic = reader.text(.topic)
    lines = reader.values(.lines)
    funders = reader.values(.funders)
    contacts = reader.values(.contacts)
  }
}

extension CanvasModel: Vocabulary {}

/// Reads typed values from a metadata list and records what cannot be read.
private struct MetadataReader {
  let metadata: Metadata
  var defects: [Defect] = []

  func values(_ key: MetadataKey) -> [LinkedValue] {
    metadata.entry(key)?.values ?? []
  }

  func value(_ key: MetadataKey) -> LinkedValue? { values(key).first }

  func texts(_ key: MetadataKey) -> [String] { values(key).map(\.text.plain) }

  /// All of a key's values in one text.
  func text(_ key: MetadataKey) -> String? {
    let texts = texts(key)
    return texts.isEmpty ? nil : texts.joined(separator: " ; ")
  }

  mutating func word<Word: Vocabulary>(_ key: MetadataKey) -> Word? {
    guard let value = value(key) else { return nil }
    let text = value.text.plain
    if let word = Word(named: text) { return word }
    defects.append(
      Defect(
        .valueNotInVocabulary(key: key.rawValue, value: text), value.text.range,
        nearest: nearest(to: text, among: Word.words, limit: 1) + Word.words))
    return nil
  }

  /// A word that stands, or whose absence a defect tells.
  mutating func requiredWord<Word: Vocabulary>(_ key: MetadataKey) -> Found<Word> {
    word(key).map(Found.value) ?? .reported
  }

  mutating func date(_ key: MetadataKey) -> PartialDate? {
    guard let value = value(key) else { return nil }
    let text = value.text.plain
    if let date = PartialDate(text) { return date }
    defects.append(
      Defect(.unreadableDate(key: key.rawValue, value: text), value.text.range))
    return nil
  }

  /// The day of a review, then the documents that the canvas was reviewed against.
  mutating func review() -> ReviewRecord? {
    let values = values(.reviewed)
    guard let first = values.first else { return nil }
    let date = date(.reviewed)
    var entries: [ReviewRecord.Entry] = []
    for value in first.link == nil ? values.dropFirst() : values[...] {
      if let entry = ReviewRecord.Entry(value) {
        entries.append(entry)
      } else {
        let words = value.link?.range ?? value.text.range
        let end = value.note.map { $0.range.upperBound + 1 } ?? words.upperBound
        defects.append(Defect(.malformedReview, ByteRange(words.lowerBound, end)))
      }
    }
    return ReviewRecord(date: date, entries: entries)
  }

  mutating func duration(_ key: MetadataKey) -> Duration? {
    guard let value = value(key) else { return nil }
    let text = value.text.plain
    if let duration = Duration(text) { return duration }
    defects.append(
      Defect(.unreadableDuration(key: key.rawValue, value: text), value.text.range))
    return nil
  }
}
