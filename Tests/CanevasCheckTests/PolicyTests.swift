import CanevasCheck
import CanevasSource
import Testing

/// What makes a finding graver or less grave than its rule.
@Suite struct PolicyTests {
  private func finding(_ code: String, _ severity: Severity) -> Diagnostic {
    Diagnostic(
      code: code, severity: severity, message: Bilingual("constat", "finding"),
      location: Location(path: "a.md", range: ByteRange(at: 0)))
  }

  @Test(
    arguments: [
      ([], Severity.warning, Severity.warning),
      ([(.rule("html-brut"), .error)], .warning, .error),
      ([(.rule("html-brut"), .info)], .warning, .info),
      ([(.rule("html-brut"), .warning)], .info, .warning),
      ([(.rule("autre"), .error)], .warning, .warning),
      // An error stays one.
      ([(.rule("html-brut"), .info)], .error, .error),
      // All warnings, and those that another setting makes.
      ([(.warnings, .error)], .warning, .error),
      ([(.warnings, .error)], .info, .info),
      ([(.rule("html-brut"), .warning), (.warnings, .error)], .info, .error),
      ([(.warnings, .error), (.rule("html-brut"), .info)], .warning, .info),
      // The later one holds.
      ([(.rule("html-brut"), .error), (.rule("html-brut"), .info)], .warning, .info),
    ] as [([(Policy.Subject, Severity)], Severity, Severity)])
  func laterSettingsGoOverEarlierOnes(
    _ settings: [(Policy.Subject, Severity)], _ natural: Severity, _ taken: Severity
  ) {
    let policy = Policy(settings.map { Policy.Setting($0, $1) })
    #expect(policy.applied(to: finding("html-brut", natural)).severity == taken)
  }

  @Test func aCatalogueSettlesItsOwn() {
    let sheet =
      "# Catalogue\n\n- Règles : html-brut erreur ; element-repete INFO ; octet-nul info ; x y\n"
    let policy = Policy(of: catalogue(["canvases/catalogue.md": sheet]))
    #expect(
      policy
        == Policy([
          Policy.Setting(.rule("html-brut"), .error),
          Policy.Setting(.rule("element-repete"), .info),
        ]))
    #expect(Policy(of: catalogue([:])) == Policy())
  }
}
