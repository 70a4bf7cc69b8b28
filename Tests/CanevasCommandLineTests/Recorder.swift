import CanevasCommandLine
import CanevasSource

/// What a run of a program left behind.
struct Recording: Equatable {
  var status: ExitStatus
  var output = ""
  var error = ""
}

extension Program {
  /// Runs the program with nothing of the machine around it.
  func record(
    _ arguments: [String], _ variables: [String: String] = [:], isTerminal: Bool = false,
    width: Int? = nil, answers: [String] = [], input: [UInt8] = []
  ) -> Recording {
    var answers = answers[...]
    var written: [OutputStream: [UInt8]] = [:]
    let environment = Environment(
      variable: { variables[$0] }, outputIsTerminal: isTerminal, terminalWidth: width,
      readLine: { answers.popFirst() }, readInput: { input },
      write: { written[$0, default: []] += $1 })
    let status = run(arguments, in: environment)
    func text(_ stream: OutputStream) -> String {
      String(decoding: written[stream] ?? [], as: UTF8.self)
    }
    return Recording(status: status, output: text(.output), error: text(.error))
  }
}

/// A line of arguments, cut at spaces.
func words(_ line: String) -> [String] {
  line.split(separator: " ").map(String.init)
}
