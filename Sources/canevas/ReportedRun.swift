import CanevasCheck
import CanevasProject
import CanevasReport
import CanevasSource

extension ReportInput {
  /// What a run found, for the report formats. `folder` is where the catalogue lies in its
  /// repository.
  init(
    _ checked: Session.Checked, version: String, folder: String, language: MessageLanguage,
    showsInfos: Bool
  ) {
    let catalogue = ReportedCatalogue(
      documents: checked.documents, folder: folder,
      section: { checked.section(at: $0) }, file: { checked.files[$0] })
    let tool = ReportingTool(
      version: version, rules: Rule.all.map(\.documentation), address: { _ in nil })
    self.init(
      checked.diagnostics, checked.fingerprints, in: catalogue, by: tool, language: language,
      showsInfos: showsInfos)
  }
}
