import type { FastifyRequest } from 'fastify'
import type { Context } from '../../context.ts'
import { editHeaders, idParams } from '../../contract/common.ts'
import { partParams } from '../../contract/kept.ts'
import {
  newProject,
  project,
  projectChanges,
  projectMemberDates,
  projectPage,
  projectQuery,
  projectWithMembers,
} from '../../contract/projects.ts'
import { refuse } from '../../domain/refusal.ts'
import { foldForSearch } from '../../domain/searchKey.ts'
import { institutionsSeen } from '../../domain/visibility.ts'
import { todayOf } from '../../operations/perform.ts'
import { addProject, editProject, retireProject, setProjectMember } from '../../operations/projects.ts'
import { affiliationsOn } from '../../store/people.ts'
import { findProject, listProjects, membersOfProject } from '../../store/projects.ts'
import { pageOf, pageOfQuery } from '../paging.ts'
import type { Routes } from '../plugins/shapes.ts'
import { presentProject } from '../presenters/projects.ts'
import { sendKept } from '../replies.ts'
import { viewerOf } from '../viewer.ts'

const tags = ['projects']

export const projectRoutes: Routes = (app, context) => {
  listRoute(app, context)
  showRoute(app, context)
  addRoute(app, context)
  editRoute(app, context)
  retireRoute(app, context)
  setMemberRoute(app, context)
}

const listRoute: Routes = (app, context) => {
  const { read } = context.db
  app.get(
    '/projects',
    {
      schema: {
        operationId: 'listProjects',
        summary: 'List the projects of my institutions, and my own ones elsewhere',
        tags,
        querystring: projectQuery,
        response: { 200: projectPage },
      },
    },
    async request => {
      const { groupId, q, limit } = request.query
      const { personId, institutionIds } = await seenBy(context, request)
      const rows = await listProjects(read, {
        ...pageOfQuery(request.query),
        groupId,
        text: q && foldForSearch(q),
        seenBy: institutionIds && { personId, institutionIds },
      })
      return pageOf(rows, limit, presentProject)
    },
  )
}

const showRoute: Routes = (app, context) => {
  const { read } = context.db
  app.get(
    '/projects/:id',
    {
      schema: {
        operationId: 'getProject',
        summary: 'Show a project and its members',
        tags,
        params: idParams,
        response: { 200: projectWithMembers },
      },
    },
    async (request, reply) => {
      const { id } = request.params
      const found = await findProject(read, id)
      const members = await membersOfProject(read, id)
      const { personId, institutionIds } = await seenBy(context, request)
      const isSeen =
        institutionIds === undefined ||
        institutionIds.includes(found?.institutionId ?? '') ||
        members.some(member => member.personId === personId)
      if (found === undefined || !isSeen) return refuse({ code: 'not-found', noun: 'project', id })
      return sendKept(reply, { ...presentProject(found), members })
    },
  )
}

const addRoute: Routes = (app, context) => {
  app.post(
    '/projects',
    {
      schema: {
        operationId: 'addProject',
        summary: 'Open a project in a group',
        tags,
        body: newProject,
        response: { 201: project },
      },
    },
    async (request, reply) =>
      sendKept(reply, presentProject(await addProject(context, request.actor, request.body)), 'made'),
  )
}

const editRoute: Routes = (app, context) => {
  app.patch(
    '/projects/:id',
    {
      schema: {
        operationId: 'editProject',
        summary: 'Edit a project',
        tags,
        params: idParams,
        headers: editHeaders,
        body: projectChanges,
        response: { 200: project },
      },
    },
    async (request, reply) => {
      const edit = { id: request.params.id, version: request.headers['if-match'], changes: request.body }
      return sendKept(reply, presentProject(await editProject(context, request.actor, edit)))
    },
  )
}

const retireRoute: Routes = (app, context) => {
  app.post(
    '/projects/:id/retirement',
    {
      schema: {
        operationId: 'retireProject',
        summary: 'Close a project for good',
        tags,
        params: idParams,
        headers: editHeaders,
        response: { 200: project },
      },
    },
    async (request, reply) => {
      const at = { id: request.params.id, version: request.headers['if-match'] }
      return sendKept(reply, presentProject(await retireProject(context, request.actor, at)))
    },
  )
}

const setMemberRoute: Routes = (app, context) => {
  app.put(
    '/projects/:id/members/:partId',
    {
      schema: {
        operationId: 'setProjectMember',
        summary: 'Put a person on a project, or give a member other dates',
        tags,
        params: partParams,
        headers: editHeaders,
        body: projectMemberDates,
        response: { 200: project },
      },
    },
    async (request, reply) => {
      const { id: projectId, partId: personId } = request.params
      const member = { projectId, version: request.headers['if-match'], personId, ...request.body }
      return sendKept(reply, presentProject(await setProjectMember(context, request.actor, member)))
    },
  )
}

async function seenBy(context: Context, request: FastifyRequest) {
  const viewer = await viewerOf(context, request)
  const of = { personId: viewer.personId, day: todayOf(context) }
  const affiliations = await affiliationsOn(context.db.read, of)
  const institutionIds = institutionsSeen(
    viewer,
    affiliations.map(each => each.institutionId),
  )
  return { personId: viewer.personId, institutionIds }
}
