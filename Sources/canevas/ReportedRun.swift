import CanevasCheck
import CanevasProject
import CanevasRender
import CanevasReport
import CanevasSource
import CanevasLink

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
    let page = checked.catalogue.rulesPageURL
    let tool = ReportingTool(
      version: version, rules: Rule.all.map(\.documentation),
      address: { code in page.map { "\($0)#\(code)" } })
    self.init(
      checked.diagnostics, checked.fingerprints, in: catalogue, by: tool, language: language,
      showsInfos: showsInfos, passedCount: checked.passedCount)
  }
}
