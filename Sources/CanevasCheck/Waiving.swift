import CanevasModel
import CanevasSource

extension [Diagnostic] {
  /// The findings of a document that its waivers leave, and what is wrong with the waivers.
  func waived(by waivers: [Waiver]) -> (left: [Diagnostic], defects: [Defect]) {
    guard !waivers.isEmpty else { return (self, []) }
    var left = self
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
      let matching = filter { waiver.matches($0) }
      if matching.isEmpty {
        defects.append(
          Defect(.idleWaiver(code: waiver.code, isDoubtful: isDoubtful), waiver.range))
      } else if matching.contains(where: { $0.severity == .error }) {
        defects.append(Defect(.refusedWaiver(code: waiver.code), waiver.range))
      } else if waiver.reason.isEmpty {
        defects.append(Defect(.waiverWithoutReason, waiver.range))
      } else {
        left.removeAll { waiver.matches($0) }
      }
    }
    return (left, defects)
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

extension Waiver {
  /// Whether a finding of the waiver's document is what it is about.
  fileprivate func matches(_ finding: Diagnostic) -> Bool {
    finding.code == code && target.map { $0.contains(finding.location.range.lowerBound) } == true
  }
}
