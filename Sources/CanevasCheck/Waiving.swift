import CanevasModel
import CanevasSource

extension [Diagnostic] {
  /// The findings of a document that its waivers leave, and what is wrong with the waivers.
  func waived(by waivers: [Waiver]) -> (left: [Diagnostic], defects: [Defect]) {
    guard !waivers.isEmpty else { return (self, []) }
    let findings = WaivableFindings(self)
    var waived: Set<Int> = []
    var defects: [Defect] = []
    let isDoubtful = contains { $0.severity == .error || Rule.misreading.contains($0.code) }
    for waiver in waivers {
      guard Rule.named(waiver.code) != nil else {
        let known = Rule.all.map(\.code)
        defects.append(
          Defect(
            .unknownWaiver(code: waiver.code), waiver.range,
            nearest: nearest(to: waiver.code, among: known, limit: 1)))
        continue
      }
      // What one waiver has let pass, another on the same place lets pass, too.
      let matching = findings.answering(to: waiver)
      if matching.isEmpty {
        defects.append(
          Defect(.idleWaiver(code: waiver.code, isDoubtful: isDoubtful), waiver.range))
      } else if matching.contains(where: { self[$0].severity == .error }) {
        defects.append(Defect(.refusedWaiver(code: waiver.code), waiver.range))
      } else if waiver.reason.isEmpty {
        defects.append(Defect(.waiverWithoutReason, waiver.range))
      } else {
        waived.formUnion(matching)
      }
    }
    return (indices.filter { !waived.contains($0) }.map { self[$0] }, defects)
  }
}

extension Rule {
  /// The codes of slips that keep what follows from being read as it is meant, errors aside.
  fileprivate static let misreading: Set<String> = Set(
    [
      headingWithoutSpace, typedBullet, malformedFlow, malformedStep, malformedMetadata,
      missingMetadata, textBeforeSections,
    ].map(\.code))
}

/// The findings of a document by what waivers name them by: their code, and where they begin.
private struct WaivableFindings {
  /// Of each code, where its findings begin, in order, with their numbers.
  private let places: [String: [(start: Int, number: Int)]]

  init(_ findings: [Diagnostic]) {
    let places = findings.enumerated().map { number, finding in
      (finding.code, [(finding.location.range.lowerBound, number)])
    }
    self.places = Dictionary(places, uniquingKeysWith: +)
      .mapValues { $0.sorted { $0 < $1 }.map { (start: $0.0, number: $0.1) } }
  }

  /// The numbers of the findings that a waiver is about.
  func answering(to waiver: Waiver) -> [Int] {
    guard let target = waiver.target, let places = places[waiver.code] else { return [] }
    let first = places.place { $0.start < target.lowerBound }
    return places[first...].prefix { target.contains($0.start) }.map(\.number)
  }
}
