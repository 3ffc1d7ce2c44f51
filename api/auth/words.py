"""The words of the pages of sign-in, sign-out and invitations."""

from __future__ import annotations

from typing import Final

from api.speaking import Phrase

SIGN_IN: Final = Phrase("Sign in", "登录")
SIGN_IN_WITH: Final = Phrase("Sign in with", "选择登录方式")
SIGN_IN_AGAIN: Final = Phrase("Sign in again", "请重新登录")
SIGN_IN_FIRST: Final = Phrase("Sign in first.", "请先登录。")
SIGN_IN_THERE: Final = Phrase("Sign in there", "前往登录")
START_AGAIN: Final = Phrase("Start again", "重新开始")

ONLY_LOGIN: Final = Phrase("prompt can be login, and nothing else.", "prompt 只能是 login。")
NO_SUCH_WAY: Final = Phrase("There is no such way to sign in.", "没有这种登录方式。")
NO_SUCH_WAY_ANY_MORE: Final = Phrase("There is no such way to sign in any more.", "这种登录方式已不存在。")
NO_PROVIDER: Final = Phrase(
    "No provider is set up: the operator sets MILEPOST_IDENTITY_PROVIDERS.",
    "尚未配置身份提供方：请由运维人员设置 MILEPOST_IDENTITY_PROVIDERS。",
)
NOT_BEGUN: Final = Phrase(
    "This sign-in was not begun in this browser, took too long, or is over already.",
    "这次登录不是在此浏览器中开始的、用时过长，或已经结束。",
)
NOT_ACCEPTED: Final = Phrase("The sign-in was not accepted.", "登录未被接受。")
UNREACHABLE: Final = Phrase(
    "The identity provider cannot be reached at this moment. Try again in a minute.",
    "目前无法连接身份提供方，请一分钟后再试。",
)

NOT_A_MEMBER: Final = Phrase("You are not a member yet", "您还不是成员")
ASK_TO_BE_ADDED: Final = Phrase("Ask an administrator to add your e-mail address.", "请联系管理员添加您的邮箱地址。")
NO_PLACE: Final = Phrase(
    "You are not a member of this organisation. Ask one of its administrators.",
    "您不是该组织的成员，请联系其管理员。",
)
NO_GROUP: Final = Phrase(
    "None of your groups has a role here. Ask an administrator of your organisation.",
    "您所在的用户组在此没有任何角色，请联系您组织的管理员。",
)
TOO_HIGH: Final = Phrase(
    "This provider may not sign in people of your role. An owner must save its settings once.",
    "该身份提供方不能让您这一角色的人员登录，需由所有者保存一次其设置。",
)
FULL: Final = Phrase(
    "This organisation has as many members as its plan allows. Ask one of its administrators.",
    "该组织的成员数已达到套餐上限，请联系其管理员。",
)
NO_ADDRESS: Final = Phrase(
    "Your account has no verified e-mail address of a domain that this organisation has verified. "
    "Ask one of its administrators.",
    "您的账号没有属于该组织已验证域名的已验证邮箱地址，请联系其管理员。",
)

CHOOSE: Final = Phrase("Choose an organisation", "选择组织")
ELSEWHERE: Final = Phrase("Sign in with your organisation", "请通过您的组织登录")
OWN_ONLY: Final = Phrase(
    "{tenant} lets people in by its own provider only.", "{tenant} 只允许通过其自己的身份提供方登录。"
)

SIGN_OUT: Final = Phrase("Sign out", "退出登录")
WANT_TO_SIGN_OUT: Final = Phrase("Do you want to sign out?", "确定要退出登录吗？")
HERE_ONLY: Final = Phrase("Sign out here only", "仅在此处退出")
THERE_AS_WELL: Final = Phrase("Sign out at the provider as well", "同时在身份提供方退出")

INVITATION: Final = Phrase("Invitation", "邀请")
USE_THE_ADDRESS: Final = Phrase(
    "Sign in with the address to which the invitation was sent.", "请使用接收邀请的地址登录。"
)
ACCEPT: Final = Phrase("Sign in and accept", "登录并接受")
DEAD: Final = Phrase(
    "This invitation does not work: it was used, replaced or taken back, is too old, or is for another address than "
    "that with which you have signed in. Ask whoever invited you to send it again.",
    "该邀请无法使用：它可能已被使用、替换、撤回或已过期，也可能是发给另一个地址的。请联系邀请您的人重新发送。",
)

LET_IN: Final = Phrase("Let a program in", "允许程序登录")
TYPE_THE_CODE: Final = Phrase("Type the code that the program shows.", "请输入程序显示的代码。")
CODE: Final = Phrase("Code", "代码")
GO_ON: Final = Phrase("Go on", "继续")
NOT_FROM_THE_PAGE: Final = Phrase("That is not what the page sends.", "这不是该页面所发送的内容。")
BEGIN_AGAIN: Final = Phrase("Begin again", "重新开始")
DONE: Final = Phrase("Done", "完成")
WAS_LET_IN: Final = Phrase("The program is signed in; you may close this page.", "程序已登录，您可以关闭此页面。")
WAS_KEPT_OUT: Final = Phrase("The program was not let in.", "已拒绝该程序登录。")
TOO_MANY: Final = Phrase(
    "Too many codes were wrong. Wait ten minutes, and begin anew at the program.",
    "错误代码过多。请等待十分钟，然后在程序中重新开始。",
)
NO_SUCH_CODE: Final = Phrase(
    "There is no such code, or it is no longer good. Look at the program, and type what it shows.",
    "没有这个代码，或它已失效。请查看程序，并输入其显示的代码。",
)
ASKS: Final = Phrase(
    "{device} ({client}) asks from the network address {address} to act as you in {tenant}, with all that you may do "
    "there.",
    "{device}（{client}）从网络地址 {address} 请求以您的身份在 {tenant} 中操作，并拥有您在那里的全部权限。",
)
TAKE_CARE: Final = Phrase(
    "Take care: you are at another address yourself, {address}.", "请注意：您自己位于另一个网络地址 {address}。"
)
ONLY_IF_YOURS: Final = Phrase(
    "Go on only if you have just started it yourself and it shows this code. Nobody from support ever asks you to do "
    "this.",
    "仅当您刚刚亲自启动了该程序并且它显示此代码时才继续。任何客服人员都不会要求您这样做。",
)
LET_IT_IN: Final = Phrase("Let it in", "允许")
KEEP_IT_OUT: Final = Phrase("Keep it out", "拒绝")
ANOTHER_TENANT: Final = Phrase(
    "It asks for another organisation than the one you are in: {tenant}.", "它请求登录的是另一个组织：{tenant}。"
)
UNKNOWN: Final = Phrase("unknown", "未知")
