"""Walls around every table of the map."""

from django.db import migrations

from ecosystem.tenancy.operations import Wall


class Migration(migrations.Migration):
    dependencies = [("mapping", "0001_initial")]

    operations = [
        Wall("area"),
        Wall("neighborhood"),
        Wall("population"),
        Wall("organization"),
        Wall("contact"),
        Wall("place"),
        Wall("resource"),
        Wall("resourcearea"),
        Wall("resourcereach"),
        Wall("resourcepopulation"),
        Wall("resourcelanguage"),
        Wall("need"),
        Wall("evidence"),
        Wall("take"),
        Wall("needmatch"),
        Wall("question"),
        Wall("answer"),
        Wall("feedback"),
        Wall("openinghours"),
        Wall("funding"),
        Wall("promise"),
        Wall("promisedperson", sealed=True),
        Wall("relation"),
        Wall("ownchip", sealed=True),
        Wall("savedview", sealed=True),
        Wall("areaevent"),
        Wall("neighborhoodevent"),
        Wall("populationevent"),
        Wall("organizationevent"),
        Wall("contactevent"),
        Wall("placeevent"),
        Wall("resourceevent"),
        Wall("resourceareaevent"),
        Wall("resourcereachevent"),
        Wall("resourcepopulationevent"),
        Wall("resourcelanguageevent"),
        Wall("needevent"),
        Wall("evidenceevent"),
        Wall("takeevent"),
        Wall("needmatchevent"),
        Wall("questionevent"),
        Wall("answerevent"),
        Wall("feedbackevent"),
        Wall("openinghoursevent"),
        Wall("fundingevent"),
        Wall("promiseevent"),
        Wall("relationevent"),
    ]
