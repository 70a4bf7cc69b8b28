import CanevasCommandLine
import CanevasSource
import Testing
import canevas

/// What `canevas` says to arguments that it does not understand.
@Suite struct UsageTests {
  @Test(arguments: [
    ("biuld", "commande inconnue « biuld » ; vouliez-vous dire « build » ? Voir « canevas help »."),
    ("publier", "commande inconnue « publier ». Voir « canevas help »."),
    (
      "help chek",
      "commande inconnue « chek » ; vouliez-vous dire « check » ? Voir « canevas help »."
    ),
    (
      "build --ouput x",
      "option inconnue « --ouput » ; vouliez-vous dire « --out » ? Voir « canevas help build »."
    ),
    (
      "build --output=x",
      "option inconnue « --output » ; vouliez-vous dire « --out » ? Voir « canevas help build »."
    ),
    (
      "build -c x",
      "option inconnue « -c » ; vouliez-vous dire « -C » ? Voir « canevas help build »."
    ),
    (
      "build -C=x",
      "option inconnue « -C=x » ; vouliez-vous dire « -C » ? Voir « canevas help build »."
    ),
    ("build -x", "option inconnue « -x ». Voir « canevas help build »."),
    ("build --out", "l'option « --out » attend une valeur (DIR). Voir « canevas help build »."),
    ("build --out=", "l'option « --out » attend une valeur (DIR). Voir « canevas help build »."),
    (
      "build --out --timings",
      "l'option « --out » attend une valeur (DIR). Voir « canevas help build »."
    ),
    (
      "build --timings=2",
      "l'option « --timings » ne prend pas de valeur. Voir « canevas help build »."
    ),
    (
      "check --fix=revue",
      "valeur inconnue « revue » de l'option « --fix » (safe|review) ; vouliez-vous dire « review » ?"
        + " Voir « canevas help check »."
    ),
    (
      "check --fix=",
      "l'option « --fix » attend une valeur (safe|review). Voir « canevas help check »."
    ),
    ("build site", "argument inattendu « site ». Voir « canevas help build »."),
    ("build -- --out", "argument inattendu « --out ». Voir « canevas help build »."),
    ("help build check", "argument inattendu « check ». Voir « canevas help help »."),
    (
      "check --format jsn",
      "valeur inconnue « jsn » de l'option « --format »"
        + " (human|short|json|sarif|github|gitlab|junit|markdown) ; vouliez-vous dire « json » ?"
        + " Voir « canevas help check »."
    ),
    (
      "check --lang de",
      "valeur inconnue « de » de l'option « --lang » (fr|en). Voir « canevas help check »."
    ),
    (
      "--out x build",
      "l'option « --out » se place après la commande. Voir « canevas help »."
    ),
    (
      "--verison",
      "option inconnue « --verison » ; vouliez-vous dire « --version » ? Voir « canevas help »."
    ),
    (
      "check --lang en --frmat",
      "unknown option “--frmat”; did you mean “--format”? See “canevas help check”."
    ),
    ("--lang=en chekc", "unknown command “chekc”; did you mean “check”? See “canevas help”."),
  ])
  func complaint(line: String, expected: String) {
    let recording = Program.canevas.record(words(line))
    #expect(recording == Recording(status: .unusable, error: "canevas: \(expected)\n"))
  }

  @Test func complaintsAreOneLine() {
    let recording = Program.canevas.record(["a\nb\u{1B}[2J"])
    #expect(recording.error.utf8.count { $0 < 0x20 } == 1)
  }

  @Test func withoutACommandHelpIsAnError() {
    let help = Program.canevas.help(.french)
    #expect(Program.canevas.record([]) == Recording(status: .unusable, error: help))
  }

  @Test func version() {
    let recording = Program.canevas.record(["--version"])
    #expect(
      recording == Recording(status: .success, output: "canevas \(Program.canevas.version)\n"))
  }
}
