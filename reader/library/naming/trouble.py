"""What the user is told once where names cannot be found as well as they should be."""

from reader.language import _


def naming_notice() -> str | None:
    """Why names are found by rules alone, and what to do, in one line; None where the model is whole.

    Reads the files of the model, some megabytes: for a thread, or for a command that analyses.
    """
    from reader.analysis.entities.model import files_problem

    problem = files_problem()
    if problem is None:
        return None
    return _("Fewer names are found, by rules alone: {problem}; install Reader again").format(problem=problem)
