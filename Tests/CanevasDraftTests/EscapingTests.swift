import CanevasCheck
import CanevasDraft
import CanevasModel
import CanevasSource
import CanevasSyntax
import Testing
