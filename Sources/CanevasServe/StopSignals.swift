import Dispatch
import Glibc

/// The wish of a user, or of the system, that the program stop: Ctrl-C, `kill`, a terminal that is
/// closed. From the first value on they do not end the process any more but are told by a
/// descriptor, so that whatever is under way is completed; a second Ctrl-C ends it at once.
package final class StopSignals {
  /// To be read from once the program is to stop.
  let descriptor: Int32
  private let sources: [any DispatchSourceSignal]

  package init() {
    var ends: [Int32] = [-1, -1]
    // Without a pipe, the signals are left to end the process.
    guard pipe(&ends) == 0 else {
      descriptor = -1
      sources = []
      return
    }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    descriptor = ends[0]
    let writing = ends[1]
    let queue = DispatchQueue(label: "signals")
    sources = [SIGINT, SIGTERM, SIGHUP].map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
      source.setEventHandler {
        var count: Int32 = 0
        _ = ioctl(writing, UInt(FIONREAD), &count)
        // 128 and the number of the signal is what shells give for a program that it ended.
        if count > 0 { exit(128 + number) }
        write(writing, "!", 1)
      }
      source.activate()
      return source
    }
  }
}
