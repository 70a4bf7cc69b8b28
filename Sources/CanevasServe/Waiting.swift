import CanevasProject
import Glibc

/// What a command that runs until it is stopped waits for besides its own business: changes of the
/// sources, and the wish that it stop.
struct Waiting {
  private let stop: StopSignals
  private var watcher: Watcher
  private var burst = Burst()
  private var lastLook = ContinuousClock.now

  /// Why a wait ended.
  enum Reason {
    case stopped
    /// Sources changed, and the burst of changes is over.
    case changed
    /// Something else came, or it is time for it.
    case other
  }

  init(_ watcher: consuming Watcher, until stop: StopSignals) {
    self.watcher = watcher
    self.stop = stop
  }

  /// Waits for changes of the sources, for one of `others`, or until a deadline.
  mutating func wait(
    others: [pollfd] = [], until deadline: ContinuousClock.Instant? = nil
  ) -> Reason {
    var awaited = [pollfd(fd: stop.descriptor, events: Int16(POLLIN), revents: 0)] + others
    let period = Duration.milliseconds(Watcher.period)
    if let descriptor = watcher.descriptor {
      awaited.append(pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0))
    }
    let look = watcher.descriptor == nil ? lastLook + period : nil
    let end = [deadline, burst.end, look].compactMap(\.self).min()
    poll(&awaited, nfds_t(awaited.count), milliseconds(until: end))
    if awaited[0].revents != 0 { return .stopped }
    let now = ContinuousClock.now
    if watcher.descriptor != nil || now >= lastLook + period {
      lastLook = now
      if watcher.takeChange() { burst.note(at: now) }
    }
    return burst.takeEnd(at: now) ? .changed : .other
  }

  /// Whether something has come that a longer computation should give way to.
  func isCalled(by others: [pollfd]) -> Bool {
    var awaited = others + [pollfd(fd: stop.descriptor, events: Int16(POLLIN), revents: 0)]
    if let descriptor = watcher.descriptor {
      awaited.append(pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0))
    }
    return poll(&awaited, nfds_t(awaited.count), 0) != 0
  }

  /// How long `poll(2)` is to wait: not a moment too short, lest it be called in vain.
  private func milliseconds(until end: ContinuousClock.Instant?) -> Int32 {
    guard let end else { return -1 }
    let rest = (end - .now) / .milliseconds(1)
    return Int32(max(0, min(rest.rounded(.up), 60_000)))
  }
}
