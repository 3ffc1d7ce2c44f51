"""The fields that Aurora's ventures compared before they began, by the key of the venture."""

from __future__ import annotations

from typing import Final

from cli.demo.fields import ChoiceStory, FieldStory, Worth
from domain.fields.tables import FieldDecision, FieldPattern

CHOICES: Final = {
    "AURDX": ChoiceStory("clara", -180, ("2", "2", "1.5", "3", "3", "2"), (
        FieldStory(
            "Hospital radiology", "medicine", "A second reader of chest scans in hospitals of middle size.",
            FieldPattern.NICHE,
            (
                Worth("4", "Studies per radiologist have risen by a third in five years.",
                      "https://reports.example.org/radiology-workload", -190),
                Worth("4", "Published models reach the level of readers on chest studies."),
                Worth("2.5", "Two vendors are approved; neither serves hospitals below 400 beds."),
                Worth("4.5", "Three partner hospitals offer 40,000 labelled studies.",
                      "https://partners.example.org/imaging-agreement", -184),
                Worth("5", "Eight of nine head physicians asked for it by themselves.", None, -186),
                Worth("2", "A medical device of class IIa: a year until it may be sold."),
            ),
            FieldDecision.CHOSEN, "The data are signed, the need is loud, and approval takes a year for everybody.",
        ),
        FieldStory(
            "Insurance claims", "finance", "Checks medical invoices for insurers.", FieldPattern.TREND,
            (
                Worth("3.5", "Insurers automate, but buy in groups."),
                Worth("4", "Language models read invoices well."),
                Worth("1.5", "Each large insurer has a supplier already."),
                Worth("3", "One insurer would share 200,000 invoices.", None, -185),
                Worth("3.5", "Named by four of seven claims departments."),
                Worth("3.5", "No device law; data protection is strict."),
            ),
            FieldDecision.REJECTED, "Nothing in it would be ours alone.",
        ),
        FieldStory(
            "Pathology slides", "medicine", "The same method on slides of tissue.", FieldPattern.DIVERSIFY,
            (
                Worth("4", "Laboratories scan more slides each year."),
                Worth("3", "Slides are a hundred times larger than scans."),
                Worth("3.5", "Few offers yet."),
                Worth(None, "Not known until the first laboratory has answered."),
                Worth("4", "Asked for by two of three laboratories."),
                Worth("2", "The same device law."),
            ),
        ),
    )),
    "HELIO": ChoiceStory("dev", -166, ("2", "2", "2", "2", "3", "1"), (
        FieldStory(
            "Customer service of utilities", "enterprise_service", "Mail and calls of energy and water suppliers.",
            FieldPattern.NICHE,
            (
                Worth("4", "Contacts have doubled since tariffs change monthly.",
                      "https://reports.example.org/utility-contacts", -170),
                Worth("4.5", "Intents are few and stable."),
                Worth("3", "General vendors; none knows tariffs."),
                Worth("4", "Two suppliers give 600,000 mails.", None, -168),
                Worth("4.5", "Waiting times of nine minutes in the cold months."),
                Worth("3.5", "Recordings need consent; answers must be true to the tariff."),
            ),
            FieldDecision.CHOSEN, "The intents are few, the volume is large, and tariffs keep general vendors out.",
        ),
        FieldStory(
            "Online shops", "retail", "Returns and parcels.", FieldPattern.TREND,
            (
                Worth("4.5", "Grows with trade."), Worth("4.5", "Solved by many."), Worth("0.5", "Crowded."),
                Worth("3.5", "Shop systems have open interfaces."), Worth("3", "Shops are served well enough."),
                Worth("4", "Little regulation."),
            ),
            FieldDecision.REJECTED, "Whoever sells shop systems gives it away.",
        ),
        FieldStory(
            "Public offices", "public_sector", "Questions of citizens to their town.", FieldPattern.DIVERSIFY,
            (
                Worth("3", "Budgets are slow."), Worth("3.5", "Forms differ from town to town."),
                Worth("4", "Hardly anybody."), Worth("2.5", "Each town must be asked."),
                Worth("4", "Telephones are not answered on two days a week."),
                Worth("2", "Tenders, accessibility, and languages by law."),
            ),
        ),
    )),
    "MERID": ChoiceStory("elif", -194, ("1", "3", "2", "3", "2", "2"), (
        FieldStory(
            "Open models for European languages", "foundation_models", "Models of middle size, with open weights.",
            FieldPattern.NICHE,
            (
                Worth("4", "Authorities and banks ask for models that they can run themselves."),
                Worth("3.5", "Scaling laws are known to this size.",
                      "https://papers.example.org/scaling-small-languages", -200),
                Worth("3", "Large laboratories treat these languages as an afterthought."),
                Worth("4", "Archives of six national libraries, with licences.", None, -197),
                Worth("3.5", "Eleven letters of intent."),
                Worth("4", "Openness eases most duties of the European regulation.",
                      "https://law.example.org/general-purpose-models", -198),
            ),
            FieldDecision.CHOSEN, "We have the texts that others lack, and openness is what the users ask for.",
        ),
        FieldStory(
            "Code assistants", "software", "Models that write programs.", FieldPattern.TREND,
            (
                Worth("5", "The fastest growing use."), Worth("4", "Well understood."),
                Worth("0.5", "The best funded companies of all."), Worth("3", "Public code, with doubts on licences."),
                Worth("4", "Every team wants one."), Worth("2.5", "Licences of training code are in court."),
            ),
            FieldDecision.REJECTED, "A race of money, which we would lose.",
        ),
        FieldStory(
            "Translation for courts", "law", "Certified drafts of translations.", FieldPattern.DIVERSIFY,
            (
                Worth("3", "Stable."), Worth("3.5", "Good for eleven language pairs."), Worth("3", "Agencies."),
                Worth("3.5", "Published judgements."), Worth(None), Worth("2", "Sworn translators must sign."),
            ),
        ),
    )),
    "FJORD": ChoiceStory("finn", -159, ("2", "3", "2", "2", "3", "1"), (
        FieldStory(
            "Castings and machined parts", "manufacturing", "Surface defects on metal parts, found on the line.",
            FieldPattern.NICHE,
            (
                Worth("3.5", "Inspectors retire and are not replaced."),
                Worth("4", "Learning from good parts alone works on textures.",
                      "https://papers.example.org/anomaly-detection-survey", -165),
                Worth("3", "Camera makers sell rules, not learning."),
                Worth("4", "Two foundries let us film for a month.", None, -161),
                Worth("4.5", "A returned batch costs 80,000 EUR."),
                Worth("4.5", "No approval is needed."),
            ),
            FieldDecision.CHOSEN, "Good parts are plentiful, and one returned batch pays for the box.",
        ),
        FieldStory(
            "Food packaging", "food", "Seals and labels.", FieldPattern.DIVERSIFY,
            (
                Worth("4", "New rules for labels."), Worth("4.5", "Simple images."), Worth("1.5", "Cheap sensors."),
                Worth("3.5", "Lines run all day."), Worth("3", "Losses are small."), Worth("3", "Hygiene rules."),
            ),
            FieldDecision.REJECTED, "Cheap sensors are good enough.",
        ),
        FieldStory(
            "Solar cells", "energy", "Cracks seen by luminescence.", FieldPattern.TREND,
            (
                Worth("4.5", "Factories are built again in Europe."), Worth("3", "Luminescence needs other cameras."),
                Worth("2.5", "Makers of cells build their own."), Worth(None, "No factory has answered yet."),
                Worth("3.5", "Cracks cost a twentieth of the yield."), Worth("4", "Subsidised."),
            ),
        ),
    )),
}  # fmt: skip
