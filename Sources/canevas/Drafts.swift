import CanevasCommandLine
import CanevasDraft
import CanevasModel
import CanevasProject
import CanevasQuery
import CanevasSource

extension Kind {
  /// The kind that `--kind` names.
  init(option word: String) throws(UsageError) {
    do throws(NameError) {
      self = try Kind(named: word)
    } catch {
      throw UsageError(error, for: "--kind")
    }
  }
}

/// Writes a draft, to a new file or to the standard output, and tells what it is like.
func deliver(
  _ draft: Transcription, to file: String?, _ context: Context
) throws(ProjectError) {
  let bytes = Array(draft.text.utf8)
  if let file {
    guard try FileSystem().create(file, with: bytes) else { throw .exists(path: file) }
  } else {
    context.environment.write(.output, bytes)
  }
  for remark in draft.remarks { context.complain(remark) }
}

extension Transcription {
  /// What whoever goes on with the draft should know.
  fileprivate var remarks: [Bilingual] {
    var remarks: [Bilingual] = []
    switch encoding {
    case .windows1252?:
      remarks.append(
        Bilingual(
          "les notes ne sont pas en UTF-8 ; elles sont lues comme du Windows-1252 (Latin-1)",
          "the notes are not UTF-8; they are read as Windows-1252 (Latin-1)"))
    case .utf16?:
      remarks.append(
        Bilingual("les notes sont lues comme de l'UTF-16", "the notes are read as UTF-16"))
    case nil: break
    }
    remarks.append(
      Bilingual(
        "rubriques reconnues : \(sectionCount) ; passages sous « À CLASSER » : \(unsortedCount)",
        "sections recognised: \(sectionCount); passages under “À CLASSER”: \(unsortedCount)"))
    if isTooLarge {
      remarks.append(
        Bilingual(
          "le brouillon est trop long pour un seul document : coupez-le en plusieurs",
          "the draft is too long for one document: cut it into several"))
    }
    return remarks
  }
}
