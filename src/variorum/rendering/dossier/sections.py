"""The sections of the page in reading order, each with what it is for; sections with nothing to show are left out."""

from dataclasses import dataclass

from variorum.rendering.contents import Contents


@dataclass(frozen=True, slots=True)
class Section:
    """One section: its anchor, its name in the bar and at its head, a line on how to read it, and its template."""

    anchor: str
    short: str
    title: str
    intro: str
    number: int | None

    @property
    def template(self) -> str:
        """The template that prints the section's body."""
        return f"{self.anchor}.html"


# fmt: off
def make_sections(contents: Contents) -> tuple[Section, ...]:
    """Sections with content, and always those whose emptiness is itself news (agreement, differences)."""
    agreement, chronology, origins = contents.agreement, contents.chronology, contents.origins
    drawn = origins.handovers or origins.copies
    sections = (
        Section("agreed", "Agreed", "What they agree on",
                "What two or more origins have that do not draw on one another. Reports that copy one another are one witness. "
                "The origin is where it comes from in the end.", len(agreement.agreed)),
        Section("differ", "Differs", "Where they differ",
                "Both sides in their own words. The page does not say who is right.", len(contents.differences)),
        Section("said", "Said", "Who said what",
                "Each saying once, under its speaker, with every report’s version of it. What reports say of views, "
                "wishes and plans is folded away.", contents.sayings.number),
        Section("timeline", "Timeline", "When it happened",
                "Every dated fact. A bar runs over all the days it may have been.",
                len(chronology.entries) + len(chronology.undated)),
        Section("origins", "Sources", "Where it comes from",
                "Who had it from whom, and what was copied.", len(origins.handovers) if drawn else 0),
        Section("figures", "Figures", "Figures side by side",
                "A bar for each report’s number, as wide as its wording allows: “about”, “at least”, “up to”.",
                len(contents.plots)),
        Section("naming", "Naming", "What they call it",
                "The words each report has for the same actor or event.", sum(len(t.columns) for t in contents.tables)),
        Section("alone", "Only one", "Only one report has it",
                "What stands in a single report, and what most have and one has not.", len(contents.lone)),
    )
    always = {"agreed", "differ"}
    kept = [s for s in sections if s.number or s.anchor in always or (s.anchor == "origins" and drawn)]
    reports = Section("reports", "Reports", "The reports themselves",
                      "In full, with every finding marked in its place. Numbers lead to the findings and back.",
                      len(contents.edition.reports))
    method = Section("method", "Method", "How this was made", "What the page is, what it is not, and how sure it is.", None)
    return (*kept, reports, method)
# fmt: on
