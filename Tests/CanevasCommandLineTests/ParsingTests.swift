import CanevasCommandLine
import CanevasReport
import CanevasSource
import Testing
import canevas

/// How arguments are read, by the options of the real commands.
@Suite struct ParsingTests {
  /// A program whose one command writes the request that it gets to the standard output.
  private static func echo<Request: Sendable>(
    _ defaults: Request, _ options: [CommandOption<Request>], _ operands: Operands<Request>? = nil
  ) -> Program {
    let command = Command(
      "echo", summary: Bilingual("répéter", "repeat"), defaults: defaults, options: options,
      operands: operands,
      run: { request, context in
        context.write("\(request)")
        return .success
      })
    return Program(
      "essai", version: "1", summary: Bilingual("essayer", "try"), commands: [command])
  }

  private static let building = echo(BuildRequest(), BuildRequest.options)
  private static let checking = echo(
    CheckRequest(), CheckRequest.options,
    Operands("PATH", .any, help: Bilingual("", "")) { $0.paths.append($1) })

  @Test(arguments: [
    ("", BuildRequest()),
    ("--out site", BuildRequest { $0.output = "site" }),
    ("--out=site", BuildRequest { $0.output = "site" }),
    ("--out=-x=y", BuildRequest { $0.output = "-x=y" }),
    ("--out - -C ..", BuildRequest { ($0.output, $0.directory) = ("-", "..") }),
    ("--out a --out=b", BuildRequest { $0.output = "b" }),
    (
      "--timings --keep-going --timings",
      BuildRequest { ($0.showsTimings, $0.keepsGoing) = (true, true) }
    ),
    ("--lang en --lang fr", BuildRequest { $0.language = .french }),
    ("--base-url https://x.be/?a=b", BuildRequest { $0.baseURL = "https://x.be/?a=b" }),
    ("--templates t --", BuildRequest { $0.templates = "t" }),
  ])
  func build(line: String, expected: BuildRequest) {
    let recording = Self.building.record(["echo"] + words(line))
    #expect(recording == Recording(status: .success, output: "\(expected)"))
  }

  @Test(arguments: [
    ("", CheckRequest()),
    ("a --format json b", CheckRequest { ($0.paths, $0.format) = (["a", "b"], .json) }),
    (
      "--info -- --format -",
      CheckRequest { ($0.showsInfos, $0.paths) = (true, ["--format", "-"]) }
    ),
    ("- --color=never --", CheckRequest { ($0.paths, $0.colour) = (["-"], .never) }),
    ("-- -- a", CheckRequest { $0.paths = ["--", "a"] }),
    ("--fix", CheckRequest { $0.fix = .safe }),
    ("--fix review", CheckRequest { ($0.fix, $0.paths) = (.safe, ["review"]) }),
    ("--fix=review a", CheckRequest { ($0.fix, $0.paths) = (.review, ["a"]) }),
    ("--fix=review --fix", CheckRequest { $0.fix = .safe }),
  ])
  func check(line: String, expected: CheckRequest) {
    let recording = Self.checking.record(["echo"] + words(line))
    #expect(recording == Recording(status: .success, output: "\(expected)"))
  }
}

extension BuildRequest {
  init(_ change: (inout BuildRequest) -> Void) {
    self.init()
    change(&self)
  }
}

extension CheckRequest {
  init(_ change: (inout CheckRequest) -> Void) {
    self.init()
    change(&self)
  }
}
