"""The tenant 启明创研: two ventures, told in Chinese."""

from __future__ import annotations

from cli.demo.qiming.service import SERVICE
from cli.demo.qiming.teams import STAFF
from cli.demo.qiming.tutoring import TUTORING
from cli.demo.story import CalendarStory, LinkStory, Person, ProgramStory, TenantStory
from domain.kernel.principal import Role

QIMING = TenantStory(
    slug="qiming",
    name="启明创研",
    locale="zh-CN",
    time_zone="Asia/Shanghai",
    currency="CNY",
    invited=Person("he", "何丽", Role.CONTRIBUTOR),
    staff=STAFF,
    program=ProgramStory("教务系统同步", "每晚将教务系统中的使用数据写入各项目的指标。"),
    people=(
        Person("chen", "陈晨", Role.OWNER),
        Person("lina", "李娜", Role.ADMIN),
        Person("wang", "王强", Role.MANAGER),
        Person("zhao", "赵敏", Role.MANAGER),
        Person("liu", "刘洋", Role.CONTRIBUTOR),
        Person("sun", "孙悦", Role.CONTRIBUTOR),
        Person("zhou", "周航", Role.CONTRIBUTOR),
        Person("xu", "徐静", Role.CONTRIBUTOR),
        Person("wu", "吴倩", Role.VIEWER),
    ),
    ventures=(SERVICE, TUTORING),
    calendar=CalendarStory("中国法定工作日", "CN"),
    links=(LinkStory(("QMKF", "trial"), ("QMZJ", "schools"), day=-12, lag=-20),),
    places=("安宁", "滨海", "长乐", "大理", "东阳", "福清", "桂林", "海宁", "江阴", "昆山", "乐山", "龙泉"),
)
