/// A burst of changes, as a program that saves makes them or one that checks out a revision: over
/// once nothing has come for a moment, or once it has lasted long enough.
struct Burst {
  private var first: ContinuousClock.Instant?
  private var last: ContinuousClock.Instant?

  private static let pause = Duration.milliseconds(8)
  private static let patience = Duration.milliseconds(250)

  /// When what has changed is to be looked at; `nil` when nothing has.
  var end: ContinuousClock.Instant? {
    guard let first, let last else { return nil }
    return min(first + Self.patience, last + Self.pause)
  }

  mutating func note(at now: ContinuousClock.Instant) {
    first = first ?? now
    last = now
  }

  /// Whether it is over; if so, the next one may begin.
  mutating func takeEnd(at now: ContinuousClock.Instant) -> Bool {
    guard let end, now >= end else { return false }
    self = Burst()
    return true
  }
}
